package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agency's own instances learn of a caller. */
class ForwardingTest extends GatewayTest {

    private static final String OWN = "/api/v1/agencies/G22/dossiers";

    @Test
    void own_instances_get_a_token_that_is_good_there_alone() throws Exception {
        var brought = issuer.token(it -> it.claim("roles", List.of("G22:leader", "H37:leader", "operator"))
                .claim("loa", 2)
                .claim("locale", "en")
                .claim("name", "Nông Thị Hoa"));
        assertThat(asked(brought, OWN).status()).isEqualTo(200);

        var header = ownDossiers.asked.getFirst().headers().get("Authorization");
        assertThat(header).hasSize(1);
        assertThat(header.getFirst()).startsWith("Bearer ").doesNotContain(brought);
        var token = SignedJWT.parse(header.getFirst().substring("Bearer ".length()));
        var keys = keys();
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("urn:motcua:gateway");
        assertThat(claims.getAudience()).containsExactly("motcua:dossier-service:G22");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(60_000);
        assertThat(claims.getStringListClaim("roles")).containsExactly("G22:leader", "operator");
        assertThat(claims.getLongClaim("loa")).isEqualTo(2);
        assertThat(claims.getStringClaim("locale")).isEqualTo("en");
        assertThat(claims.getStringClaim("name")).isEqualTo("Nông Thị Hoa");
        assertThat(claims.getSubject())
                .as("the person key, and nothing that names the person elsewhere")
                .isNotBlank()
                .isNotEqualTo("citizen");
    }

    @Test
    void the_pool_gets_the_token_that_the_caller_brought() throws Exception {
        var brought = issuer.token();
        asked(brought, "/api/v1/agencies/H37/payments");
        assertThat(payments.asked.getFirst().headers().get("Authorization")).containsExactly("Bearer " + brought);
    }

    @Test
    void nobody_is_forwarded_as_somebody() throws Exception {
        var answer = send(HttpRequest.newBuilder(), "/api/v1/lookup/000.00.15.G22-210608-0001");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(ownDossiers.asked.getFirst().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void a_body_goes_with_the_other_token() throws Exception {
        var body = "{\"service\":\"1.004222\"}".getBytes();
        assertThat(post(OWN, body).status()).isEqualTo(200);
        assertThat(ownDossiers.asked.getFirst().body()).isEqualTo(body);
    }

    private Answer asked(String token, String path) throws Exception {
        return send(HttpRequest.newBuilder().header("Authorization", "Bearer " + token), path);
    }

    private JWKSet keys() throws Exception {
        await().until(() ->
                send(HttpRequest.newBuilder(), "/oauth2/jwks").text().contains("kid"));
        return JWKSet.parse(send(HttpRequest.newBuilder(), "/oauth2/jwks").text());
    }
}
