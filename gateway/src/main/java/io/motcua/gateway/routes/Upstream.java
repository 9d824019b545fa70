package io.motcua.gateway.routes;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.motcua.gateway.wires.Answer;
import io.motcua.gateway.wires.End;
import io.motcua.gateway.wires.Wires;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says to an instance what a caller said, as far as that is to be passed on. */
@Component
class Upstream implements DisposableBean {

    private final RouteSettings settings;
    private final Wires usual;

    /** Streams have connections of their own: they keep them for minutes, and no other request is to wait for that. */
    private final Wires streaming;

    private final Tracer tracer;
    private final Propagator propagator;

    Upstream(RouteSettings settings, SslBundles bundles, Tracer tracer, Propagator propagator) {
        var certificates = ServiceCertificates.of(bundles);
        this.settings = settings;
        this.usual = new Wires(settings.connect(), settings.connections(), certificates);
        this.streaming = new Wires(settings.connect(), settings.streams(), certificates);
        this.tracer = tracer;
        this.propagator = propagator;
    }

    Answer ask(Asking asking, ServiceInstance instance) throws IOException {
        var wires = asking.route().streams() ? streaming : usual;
        var end = end(instance);
        return wires.ask(
                end, passed(asking, end), settings.answer(asking.route().name()));
    }

    /** What the gateway itself wants to know. */
    Answer get(ServiceInstance instance, String path) throws IOException {
        var end = end(instance);
        var request = new BasicClassicHttpRequest("GET", path);
        request.addHeader(HttpHeaders.HOST, end.authority());
        return usual.ask(end, request, settings.answer());
    }

    private static End end(ServiceInstance instance) {
        return new End(instance.getHost(), instance.getPort(), instance.isSecure());
    }

    private ClassicHttpRequest passed(Asking asking, End end) throws IOException {
        var request = asking.request();
        var query = request.getQueryString();
        var path = request.getRequestURI();
        var passed = new BasicClassicHttpRequest(request.getMethod(), query == null ? path : path + '?' + query);
        passed.addHeader(HttpHeaders.HOST, end.authority());
        passed.addHeader(HttpHeaders.CONNECTION, "keep-alive");
        PassedHeaders.copy(request, passed, asking.token());
        var span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), passed, Upstream::set);
        }
        long length = request.getContentLengthLong();
        boolean chunked = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (chunked) {
            passed.addHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
        } else if (length >= 0) {
            passed.addHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        }
        if (chunked || length > 0) {
            passed.setEntity(new InputStreamEntity(request.getInputStream(), length, null));
        }
        return passed;
    }

    private static void set(@Nullable ClassicHttpRequest request, String name, String value) {
        if (request != null) {
            request.setHeader(name, value);
        }
    }

    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        usual.look();
        streaming.look();
    }

    @Override
    public void destroy() {
        usual.close();
        streaming.close();
    }
}
