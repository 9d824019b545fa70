package io.motcua.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class RecentAuthorizationsTests {

    private static final RegisteredClient CLIENT = RegisteredClient.withId("client")
            .clientId("client")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build();

    @Test
    void the_oldest_is_forgotten_and_saving_again_makes_nothing_newer() {
        var recent = new RecentAuthorizations(2);
        recent.save(authorization("1"));
        recent.save(authorization("2"));
        recent.save(authorization("1"));
        recent.save(authorization("3"));
        assertThat(recent.findById("1")).isNull();
        assertThat(recent.findById("2")).isNotNull();
        recent.remove(authorization("2"));
        assertThat(recent.findById("2")).isNull();
        assertThat(recent.findById("3")).isNotNull();
    }

    private static OAuth2Authorization authorization(String id) {
        return OAuth2Authorization.withRegisteredClient(CLIENT)
                .id(id)
                .principalName("somebody")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }
}
