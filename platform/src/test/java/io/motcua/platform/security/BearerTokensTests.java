package io.motcua.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

class BearerTokensTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "Bearer abc.DEF-123_~+/",
                "bearer abc",
                "BEARER abc==",
                "Bearer a=b",
                "Bearer ==",
                "Bearer =",
                "Bearer ",
                "Bearer",
                "Bearerabc",
                "Bearer  abc",
                "Bearer\tabc",
                "Bearer abc ",
                "Bearer abc, Bearer def",
                "Bearer a,b",
                "Bearer ä",
                " Bearer abc",
                "Basic YTpi",
                "Bear",
                "",
            })
    void a_token_is_what_spring_security_takes_for_one(@Nullable String said) {
        assertThat(outcome(new BearerTokens(), said)).isEqualTo(outcome(new DefaultBearerTokenResolver(), said));
    }

    private static String outcome(BearerTokenResolver resolver, @Nullable String said) {
        var request = new MockHttpServletRequest();
        if (said != null) {
            request.addHeader(HttpHeaders.AUTHORIZATION, said);
        }
        try {
            return Optional.ofNullable(resolver.resolve(request)).orElse("none");
        } catch (OAuth2AuthenticationException refused) {
            return refused.getError().toString();
        }
    }
}
