package io.motcua.gateway.routes;

import jakarta.servlet.DispatcherType;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes, as Spring Cloud Gateway has them. What is behind a door is asked by {@link Guards} (docs/adr/0020). */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    RouterFunction<ServerResponse> doors(Guards guards) {
        return Routes.ALL.stream()
                .map(it -> GatewayRouterFunctions.route(it.name())
                        .route(leadsTo(it), _ -> new PassedAnswer(guards))
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** What was refused on its way here is dispatched anew, to the page that words the refusal: it is not to pass after all. */
    private static RequestPredicate leadsTo(Routes.Route route) {
        return request -> {
            var asked = request.servletRequest();
            var match = Routes.of(asked);
            return match != null && match.route() == route && asked.getDispatcherType() == DispatcherType.REQUEST;
        };
    }
}
