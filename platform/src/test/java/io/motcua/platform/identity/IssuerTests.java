package io.motcua.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.TestIssuer;
import io.motcua.platform.testing.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Beside the platform's own provider: an agency's directory, and one that calls everything by other names. */
@ServiceTest
@TestPropertySource(properties = "spring.application.name=door")
class IssuerTests {

    private static final TestIssuer DIRECTORY = new TestIssuer("https://login.langson.test");
    private static final TestIssuer STRANGER = new TestIssuer("https://keycloak.test/realms/so");
    private static final TestIssuer TRANSLATED = new TestIssuer("https://login.ministry.test");
    private static final TestIssuer GONE = new TestIssuer("https://gone.test");

    @Autowired
    Api api;

    @Autowired
    PersonKeys persons;

    @DynamicPropertySource
    static void issuers(DynamicPropertyRegistry settings) {
        trust(settings, 1, DIRECTORY, Map.of("agencies", "H37", "roles", "receptionist,leader"));
        trust(
                settings,
                2,
                STRANGER,
                Map.of(
                        "agencies", "H37,H38",
                        "roles", "*",
                        "vouches-for-persons", "true",
                        "claims.personal-id", "extension.identity.number",
                        "claims.identity-level", "acr",
                        "claims.levels.[urn:loa:high]", "2",
                        "claims.roles", "realm_access.roles",
                        "claims.name", "https://example.org/claims/full.name",
                        "claims.language", "zoneinfo.language"));
        trust(settings, 3, GONE, Map.of());
        trust(
                settings,
                4,
                TRANSLATED,
                Map.of(
                        "agencies", "H37,H38",
                        "roles", "receptionist,leader",
                        "claims.roles", "groups,resource_access.one-door.roles",
                        "claims.grants.forms", "province-{agency}/{role}",
                        "claims.grants.agencies.h37", "H37",
                        "claims.grants.agencies.h12", "H12",
                        "claims.grants.roles.one-stop", "receptionist",
                        "claims.grants.roles.[vice-president/all]", "leader,auditor"));
    }

    @Test
    void a_directory_makes_no_leader_of_another_agency() {
        var seen = seen(directory("H37:leader", "H01:leader", "H37:receptionist", "H01:receptionist"));
        assertThat(seen.roles()).isEqualTo("{\"H37\":[leader, receptionist]}");
    }

    @Test
    void a_directory_makes_no_operator() {
        assertThat(seen(directory("operator", "*:operator", ":operator", "*:*", "*", "leader"))
                        .roles())
                .isEqualTo("{}");
    }

    @Test
    void a_directory_grants_no_role_beside_its_own() {
        assertThat(seen(directory("H37:catalogue-editor", "H37:operator", "H37:*", "H37:LEADER", "h37:leader"))
                        .roles())
                .isEqualTo("{}");
    }

    @Test
    void a_directory_is_not_believed_who_somebody_is() {
        var claimed = "020190001234";
        var seen = seen(DIRECTORY.sign(claims(
                DIRECTORY, it -> it.claim("personalId", claimed).claim("loa", 2).claim("name", "Ai đó"))));
        assertThat(seen.person()).isNotEqualTo(persons.of(claimed)).isEqualTo(persons.of(DIRECTORY.name() + "\0s1"));
        assertThat(seen.level()).isZero();
    }

    @Test
    void the_same_person_is_the_same_from_every_issuer_that_knows_him() {
        var number = "020190001234";
        var there = seen(STRANGER.sign(claims(
                STRANGER, it -> it.claim("extension", Map.of("identity", Map.of("number", number))))));
        assertThat(there.person())
                .isEqualTo(seen(Tokens.citizen(number)).person())
                .isEqualTo(persons.of(number));
    }

    @Test
    void the_same_subject_of_two_issuers_is_two_persons() {
        assertThat(seen(directory()).person())
                .isNotEqualTo(seen(STRANGER.sign(claims(STRANGER, _ -> {}))).person());
    }

    @Test
    void claims_may_have_other_names_and_stand_inside_others() {
        var seen = seen(STRANGER.sign(claims(
                STRANGER,
                it -> it.claim("realm_access", Map.of("roles", List.of("H38:auditor", "offline_access", 7)))
                        .claim("roles", List.of("H37:leader"))
                        .claim("acr", "urn:loa:high")
                        .claim("https://example.org/claims/full.name", "Nông Thị Hoa")
                        .claim("zoneinfo", Map.of("language", "en-GB")))));
        assertThat(seen.roles()).isEqualTo("{\"H38\":[auditor]}");
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.name()).isEqualTo("Nông Thị Hoa");
        assertThat(seen.language()).isEqualTo("en");
    }

    @Test
    void roles_may_have_other_names_and_stand_in_several_claims() {
        var seen = seen(TRANSLATED.sign(claims(
                TRANSLATED,
                it -> it.claim("groups", List.of("province-h37/one-stop", "province-h12/one-stop", "H37:leader", "all"))
                        .claim(
                                "resource_access",
                                Map.of("one-door", Map.of("roles", List.of("province-h37/vice-president/all")))))));
        assertThat(seen.roles())
                .as("the leader by translation, but no auditor, which this issuer may not grant, and nobody of H12")
                .isEqualTo("{\"H37\":[leader, receptionist]}");
    }

    @Test
    void claims_of_another_form_say_nothing() {
        var seen = seen(STRANGER.sign(claims(
                STRANGER,
                it -> it.claim("realm_access", "H38:auditor")
                        .claim("acr", List.of(2))
                        .claim("extension", Map.of("identity", List.of("020190001234")))
                        .claim("zoneinfo", 7))));
        assertThat(seen.roles()).isEqualTo("{}");
        assertThat(seen.level()).isZero();
        assertThat(seen.person()).isEqualTo(persons.of(STRANGER.name() + "\0s1"));
        assertThat(seen.language()).isEqualTo("vi");
    }

    @Test
    void a_key_of_one_issuer_is_none_of_another() {
        var token = DIRECTORY.sign(claims(STRANGER, it -> it.claim("realm_access", Map.of("roles", List.of("H38:x")))));
        assertThat(api.as(token).get("/agencies/H37/caller").status()).isEqualTo(401);
    }

    @Test
    void whose_keys_cannot_be_had_is_told_to_come_again() {
        GONE.goAway();
        var answer = api.as(GONE.sign(claims(GONE, _ -> {}))).get("/agencies/H37/caller");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("not-ready");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private record Who(String person, String roles, int level, String name, String language) {}

    private Who seen(String token) {
        var answer = api.as(token).get("/agencies/H37/caller");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var body = answer.body();
        var roles = body.path("roles")
                .propertyStream()
                .map(it -> "\"" + it.getKey() + "\":"
                        + it.getValue()
                                .valueStream()
                                .map(role -> role.asString())
                                .sorted()
                                .toList())
                .toList();
        return new Who(
                body.path("person").asString(),
                "{" + String.join(",", roles) + "}",
                body.path("level").asInt(),
                body.path("name").asString(),
                body.path("language").asString());
    }

    private static String directory(String... roles) {
        return DIRECTORY.sign(claims(DIRECTORY, it -> it.claim("roles", List.of(roles))));
    }

    private static JWTClaimsSet claims(TestIssuer issuer, Consumer<JWTClaimsSet.Builder> more) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .subject("s1")
                .audience("motcua")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        more.accept(claims);
        return claims.build();
    }

    private static void trust(
            DynamicPropertyRegistry settings, int number, TestIssuer issuer, Map<String, String> more) {
        var prefix = "motcua.security.issuers[" + number + "].";
        settings.add(prefix + "issuer", issuer::name);
        settings.add(prefix + "jwk-set-uri", issuer::jwkSetUri);
        more.forEach((name, value) -> settings.add(prefix + name, () -> value));
    }
}
