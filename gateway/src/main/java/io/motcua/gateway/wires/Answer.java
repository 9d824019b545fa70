package io.motcua.gateway.wires;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/** What a service answers: its beginning has been heard, its body is still on the wire. */
public final class Answer implements AutoCloseable {

    private final ClassicHttpRequest request;
    private final ClassicHttpResponse response;
    private final Wire wire;
    private final Duration within;
    private final Release release;
    private boolean whole;

    /** What becomes of the wire. */
    interface Release {
        void after(boolean whole);
    }

    Answer(ClassicHttpRequest request, ClassicHttpResponse response, Wire wire, Duration within, Release release) {
        this.request = request;
        this.response = response;
        this.wire = wire;
        this.within = within;
        this.release = release;
        this.whole = response.getEntity() == null;
    }

    public int status() {
        return response.getCode();
    }

    public Iterator<Header> headers() {
        return response.headerIterator();
    }

    public boolean has(String header) {
        return response.containsHeader(header);
    }

    public @Nullable String header(String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /**
     * Passes the body on.
     *
     * @param atOnce each piece as it comes, for a reader who waits for the next word
     */
    public void passTo(OutputStream reader, boolean atOnce) throws IOException {
        var body = response.getEntity();
        if (body == null) {
            return;
        }
        var content = body.getContent();
        var buffer = wire.buffer();
        for (int count = heard(content, buffer); count >= 0; count = heard(content, buffer)) {
            reader.write(buffer, 0, count);
            if (atOnce) {
                reader.flush();
            }
        }
        whole = true;
    }

    private int heard(InputStream content, byte[] buffer) throws IOException {
        return wire.awaited(within, () -> content.read(buffer));
    }

    public byte[] body() throws IOException {
        var bytes = new ByteArrayOutputStream();
        passTo(bytes, false);
        return bytes.toByteArray();
    }

    /** Breaks off what is still to come; whoever is reading it gets an exception. */
    public void cut() {
        wire.cut();
    }

    /** The connection goes on only after a whole answer: what was not read by now is wanted by nobody. */
    @Override
    public void close() {
        release.after(whole
                && wire.isOpen()
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create()));
    }
}
