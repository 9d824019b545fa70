package io.motcua.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.sandbox.Browser;
import io.motcua.sandbox.SandboxTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@SandboxTest
class SignInTests {

    @LocalServerPort
    int port;

    @Autowired
    SignIns signIns;

    CodeFlow flow;

    @BeforeEach
    void open() {
        flow = new CodeFlow(new Browser(port));
    }

    Jwt verified(String token) {
        return NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + port + "/oauth2/jwks")
                .build()
                .decode(token);
    }

    @Test
    void staff_of_any_agency_signs_in() {
        var token = verified(flow.tokens("accountant@H99").path("access_token").asString());
        var staff = flow.browser.get("/sign-ins/H99").json().path("items");

        assertThat(token.getClaimAsStringList("roles")).containsExactly("H99:accountant");
        assertThat(staff.valueStream()
                        .filter(it -> it.path("role").asString().equals("accountant"))
                        .map(it -> it.path("personalId").asString()))
                .containsExactly(token.getClaimAsString("personalId"));
        assertThat(flow.browser.get("/sign-ins/nowhere").status()).isEqualTo(400);
    }

    @Test
    void a_page_gets_a_test_sign_ins_token_by_one_request() {
        var listed = flow.browser.get("/sign-ins").json().path("items");
        assertThat(listed.valueStream().map(it -> it.path("username").asString()))
                .contains("citizen", "receptionist", "operator");

        var answer = flow.browser.postForm("/sign-ins/receptionist/token", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        var token = verified(answer.json().path("accessToken").asString());
        assertThat(token.getClaimAsString("iss")).isEqualTo(SandboxTest.ISSUER);
        assertThat(token.getSubject()).isEqualTo("receptionist");
        assertThat(token.getAudience()).containsExactly("motcua");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("H37:receptionist");
        assertThat(flow.browser.postForm("/sign-ins/nobody/token", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_citizen_signs_in_with_code_and_pkce() {
        var asked = flow.authorize(CodeFlow.request());
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.location()).endsWith("/login");

        var signedIn = flow.login("citizen", "motcua");
        assertThat(signedIn.status()).isEqualTo(302);

        var back = flow.browser.get(signedIn.location()).location();
        assertThat(back).startsWith(CodeFlow.REDIRECT + "?code=");
        assertThat(Browser.parameters(back)).containsEntry("state", "a state");

        var answer = flow.browser.postForm(
                "/oauth2/token", CodeFlow.exchange(Browser.parameters(back).get("code")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");

        var access = verified(answer.json().path("access_token").asString());
        assertThat(access.getClaimAsString("iss")).isEqualTo(SandboxTest.ISSUER);
        assertThat(access.getSubject()).isEqualTo("citizen");
        assertThat(access.getAudience()).containsExactly("motcua");
        assertThat(access.getClaimAsString("personalId")).isEqualTo("020190001234");
        assertThat(access.getClaimAsString("name")).isEqualTo("Nông Thị Lan");
        assertThat(access.getClaimAsString("email")).isEqualTo("lan@example.vn");
        assertThat(access.getClaimAsString("phone")).isEqualTo("84912000001");
        assertThat(access.getClaimAsString("locale")).isEqualTo("vi");
        assertThat(access.<Long>getClaim("loa")).isEqualTo(2L);
        assertThat(access.getClaimAsStringList("roles")).isEmpty();
        assertThat(Duration.between(access.getIssuedAt(), access.getExpiresAt()))
                .isEqualTo(Duration.ofHours(1));

        var id = verified(answer.json().path("id_token").asString());
        assertThat(id.getAudience()).containsExactly("motcua-cli");
        assertThat(id.getClaimAsString("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(id.getClaimAsString("name")).isEqualTo("Nông Thị Lan");

        var info = flow.browser.get("/userinfo", "Authorization", "Bearer " + access.getTokenValue());
        assertThat(info.json().path("sub").asString()).isEqualTo("citizen");
        assertThat(info.json().path("personalId").asString()).isEqualTo("020190001234");
    }

    @ParameterizedTest
    @CsvSource({
        "receptionist, H37:receptionist",
        "specialist, H37:specialist",
        "leader, H37:leader",
        "catalogue-editor, H37:catalogue-editor",
        "accountant, H37:accountant",
        "agency-admin, H37:agency-admin",
        "auditor, H37:auditor",
        "other-receptionist, H07:receptionist",
        "operator, operator"
    })
    void officers_carry_their_roles(String username, String role) {
        var token = verified(flow.tokens(username).path("access_token").asString());
        assertThat(token.getClaimAsStringList("roles")).isEqualTo(List.of(role));
    }

    @Test
    void the_login_page_lists_every_sample_sign_in() {
        var page = flow.browser.get("/login").body();
        assertThat(signIns.all())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(person -> assertThat(page).contains(person.username()));
    }

    @Test
    void a_wrong_password_leads_back_to_the_form() {
        flow.authorize(CodeFlow.request());
        assertThat(flow.login("citizen", "guess").location()).endsWith("/login?error");
        assertThat(flow.login("nobody", "motcua").location()).endsWith("/login?error");
        assertThat(flow.browser.get("/login?error&lang=en").body()).contains("Wrong user name or password.");

        var back = flow.browser.get(flow.login("citizen", "motcua").location()).location();
        assertThat(back).as("the right one still ends where it began").startsWith(CodeFlow.REDIRECT);
    }

    @Test
    void signing_in_needs_the_token_of_the_form() {
        var forged = flow.browser.postForm("/login", Map.of("username", "citizen", "password", "motcua"));
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void without_pkce_there_is_no_code() {
        var request = new HashMap<>(CodeFlow.request());
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        flow.login("citizen", "motcua");
        assertThat(flow.authorize(request).location())
                .startsWith(CodeFlow.REDIRECT)
                .contains("error=invalid_request")
                .doesNotContain("?code=");
    }

    @Test
    void a_code_is_good_for_one_exchange_with_its_own_verifier() {
        var code =
                Browser.parameters(flow.signIn(CodeFlow.request(), "citizen")).get("code");
        var wrong = new HashMap<>(CodeFlow.exchange(code));
        wrong.put("code_verifier", "another-verifier-that-is-long-enough-for-rfc-7636-01234");
        assertThat(flow.browser.postForm("/oauth2/token", wrong).status()).isEqualTo(400);

        var next = Browser.parameters(flow.authorize(CodeFlow.request()).location())
                .get("code");
        var exchange = CodeFlow.exchange(next);
        assertThat(flow.browser.postForm("/oauth2/token", exchange).status()).isEqualTo(200);
        assertThat(flow.browser
                        .postForm("/oauth2/token", exchange)
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_foreign_address_gets_no_code() {
        var request = new HashMap<>(CodeFlow.request());
        request.put("redirect_uri", "http://evil.example/cli/callback");
        flow.login("citizen", "motcua");
        assertThat(flow.authorize(request).status()).isEqualTo(400);
    }

    @Test
    void the_portal_signs_in_with_its_secret_and_may_refresh() {
        var redirect = "http://localhost:8080/login/oauth2/code/motcua";
        var request = new HashMap<>(Map.of(
                "response_type", "code", "client_id", "motcua-portal", "redirect_uri", redirect, "scope", "openid"));
        var back = flow.signIn(request, "leader");
        assertThat(back).startsWith(redirect);

        var exchange = Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                redirect,
                "code",
                Browser.parameters(back).get("code"));
        assertThat(flow.browser
                        .postForm("/oauth2/token", exchange, "Authorization", basic("wrong"))
                        .status())
                .isEqualTo(401);
        var tokens = flow.browser
                .postForm("/oauth2/token", exchange, "Authorization", basic("motcua-portal"))
                .json();
        var refresh = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asString());
        var fresh = flow.browser
                .postForm("/oauth2/token", refresh, "Authorization", basic("motcua-portal"))
                .json();
        assertThat(verified(fresh.path("access_token").asString()).getClaimAsStringList("roles"))
                .containsExactly("H37:leader");
    }

    private static String basic(String secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString(("motcua-portal:" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
