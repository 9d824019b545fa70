package io.motcua.platform.observation;

import io.micrometer.observation.ObservationFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.server.observation.ServerRequestObservationContext;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ObservationAutoConfiguration {

    private static final String STREAMS = "http.server.streams";

    /** A stream lasts as long as somebody follows it: among the requests it would be the slowest by far. */
    @Bean
    ObservationFilter streamsAreNoRequests() {
        return context -> {
            if (context instanceof ServerRequestObservationContext request && isStream(request)) {
                request.setName(STREAMS);
            }
            return context;
        };
    }

    private static boolean isStream(ServerRequestObservationContext request) {
        var response = request.getResponse();
        var type = response == null ? null : response.getContentType();
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
