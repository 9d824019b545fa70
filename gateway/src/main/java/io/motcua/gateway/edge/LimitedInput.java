package io.motcua.gateway.edge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * Reads up to a limit and not for ever, and tells the caller's failures from those of the service that the bytes are passed
 * to.
 */
final class LimitedInput extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private final Pace pace;
    private long seen;

    LimitedInput(ServletInputStream body, long limit, Pace pace) {
        this.body = body;
        this.limit = limit;
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        long before = System.nanoTime();
        try {
            count = body.read(buffer, offset, length);
        } catch (IOException e) {
            throw UnusableBody.brokenOff(e);
        }
        seen += Math.max(0, count);
        if (seen > limit) {
            throw UnusableBody.tooLarge(limit);
        }
        if (count >= 0 && pace.tooSlow(count, System.nanoTime() - before)) {
            throw UnusableBody.tooSlow();
        }
        return count;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
