package io.motcua.platform.identity;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.motcua.platform.security.CallerToken;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** An application without store and broker that tells whom it takes its caller for, by a controller and by a route. */
@SpringBootApplication
class Door {

    record Seen(String person, Map<String, ?> roles, int level, String language, String name, String token) {

        static Seen now() {
            var caller = Caller.current();
            var token = CallerToken.current()
                    .map(CallerToken::getCredentials)
                    .map(Jwt::getTokenValue)
                    .orElse("");
            return new Seen(
                    caller.person(),
                    new TreeMap<>(caller.rolesByAgency()),
                    caller.identityLevel(),
                    caller.language(),
                    String.valueOf(caller.name()),
                    token);
        }
    }

    @Bean
    RouterFunction<ServerResponse> routed() {
        return route(GET("/routed/{agency}"), _ -> ServerResponse.ok().body(Seen.now()));
    }

    @RestController
    static class DoorController {

        @GetMapping("/agencies/{agency}/caller")
        @Access(Access.Who.SIGNED_IN)
        Seen caller(@PathVariable String agency) {
            return Seen.now();
        }

        @GetMapping("/agencies/{agency}/public")
        @Access(Access.Who.ANYONE)
        String anyone(@PathVariable String agency) {
            return "open";
        }
    }
}
