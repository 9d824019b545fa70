package io.motcua.gateway.routes;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** The connections to the services. */
@Configuration(proxyBeanMethods = false)
class Upstream {

    /** How long the current request may wait for an answer; bound by {@link Guards}. */
    static final ScopedValue<Duration> ANSWER_WITHIN = ScopedValue.newInstance();

    /** Whether the answer will go on for minutes; bound by {@link Guards}. */
    static final ScopedValue<Boolean> STREAMS = ScopedValue.newInstance();

    /**
     * A client that does nothing by itself. Its usual repeats, redirects, cookies and unpacking belong to an end user's
     * agent: it would, for one, repeat a request that was answered 503.
     */
    @Bean
    CloseableHttpClient upstreamClient(RouteSettings settings, SslBundles bundles) {
        return client(settings, settings.connections(), bundles).build();
    }

    /** Streams have connections of their own: they keep them for minutes, and no other request is to wait for that. */
    @Bean
    CloseableHttpClient streamClient(RouteSettings settings, Streams streams, SslBundles bundles) {
        return client(settings, settings.streams(), bundles)
                .addExecInterceptorLast("streams", streams::watch)
                .build();
    }

    private static HttpClientBuilder client(RouteSettings settings, int most, SslBundles bundles) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(ServiceCertificates.of(bundles))
                .setMaxConnPerRoute(most)
                .setMaxConnTotal(most * 8)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connect()))
                        // A service that restarted has closed its connections; a POST that finds out is not repeated.
                        .setValidateAfterInactivity(TimeValue.of(200, TimeUnit.MILLISECONDS))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictExpiredConnections()
                // Shorter than the services keep idle connections open.
                .evictIdleConnections(TimeValue.ofSeconds(10))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .addExecInterceptorLast("whole-bodies", Upstream::abandonBrokenBodies);
    }

    /**
     * A caller's body that breaks off must reach the service broken off. Without this the client ends the chunked body in
     * good order, and the service takes half an attachment for a whole one.
     */
    private static ClassicHttpResponse abandonBrokenBodies(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        var body = request.getEntity();
        if (body != null) {
            request.setEntity(new HttpEntityWrapper(body) {
                @Override
                public void writeTo(OutputStream service) throws IOException {
                    try {
                        super.writeTo(service);
                    } catch (IOException e) {
                        scope.execRuntime.discardEndpoint();
                        throw e;
                    }
                }
            });
        }
        return chain.proceed(request, scope);
    }

    @Bean
    ClientHttpRequestFactory upstreamRequests(
            CloseableHttpClient upstreamClient, CloseableHttpClient streamClient, RouteSettings settings) {
        var usual = requests(upstreamClient, settings);
        var streaming = requests(streamClient, settings);
        return (uri, method) -> (STREAMS.orElse(false) ? streaming : usual).createRequest(uri, method);
    }

    private static ClientHttpRequestFactory requests(CloseableHttpClient client, RouteSettings settings) {
        var requests = new HttpComponentsClientHttpRequestFactory(client);
        requests.setHttpContextFactory((_, _) -> {
            var context = HttpClientContext.create();
            context.setRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.of(settings.connect()))
                    .setResponseTimeout(Timeout.of(ANSWER_WITHIN.orElse(settings.answer())))
                    .build());
            return context;
        });
        return requests;
    }
}
