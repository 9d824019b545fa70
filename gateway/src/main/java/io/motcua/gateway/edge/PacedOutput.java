package io.motcua.gateway.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * Writes to a reader as long as that one reads. Tomcat ends who takes nothing for 20 s; who takes a little every 19 s would
 * hold a connection to a service for hours.
 */
final class PacedOutput extends ServletOutputStream {

    private final ServletOutputStream caller;
    private final Pace pace;
    private final Runnable tooSlow;

    PacedOutput(ServletOutputStream caller, Pace pace, Runnable tooSlow) {
        this.caller = caller;
        this.pace = pace;
        this.tooSlow = tooSlow;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        long before = System.nanoTime();
        caller.write(buffer, offset, length);
        if (pace.tooSlow(length, System.nanoTime() - before)) {
            tooSlow.run();
            throw new IOException("The caller takes the answer too slowly");
        }
    }

    @Override
    public void flush() throws IOException {
        caller.flush();
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }

    @Override
    public boolean isReady() {
        return caller.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        caller.setWriteListener(listener);
    }
}
