package io.motcua.gateway.wires;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A caller's body that breaks off must reach the service broken off. Without this the chunked body is ended in good order, and
 * the service takes half an attachment for a whole one.
 */
final class WholeBody extends HttpEntityWrapper {

    private final Wire wire;
    private final Duration within;

    WholeBody(HttpEntity body, Wire wire, Duration within) {
        super(body);
        this.wire = wire;
        this.within = within;
    }

    @Override
    public void writeTo(OutputStream service) throws IOException {
        try {
            super.writeTo(wire.watched(service, within));
        } catch (IOException e) {
            wire.cut();
            throw e;
        }
    }
}
