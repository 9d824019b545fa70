package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.ForeignProvider;
import io.motcua.platform.testing.Api;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Another's identity provider, connected by settings alone: {@code .ci/foreign-issuer} fetches it and says where it is. The
 * settings are those of "Connecting an identity provider" in docs/operations.md.
 */
@Tag("foreign-issuer")
@EnabledIfEnvironmentVariable(named = "MOTCUA_FOREIGN_ISSUER", matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignIssuerTests extends DossierServiceTest {

    private static ForeignProvider provider;

    private static final String DOSSIERS_OF_H34 = "/api/v1/agencies/H34/dossiers";

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry settings) {
        provider = ForeignProvider.in(Path.of(System.getenv("MOTCUA_FOREIGN_ISSUER")));
        var prefix = "motcua.security.issuers[1].";
        Map.ofEntries(
                        Map.entry("issuer", provider.issuer()),
                        Map.entry("jwk-set-uri", provider.issuer() + "/jwks"),
                        Map.entry("agencies", "H37"),
                        Map.entry("roles", "receptionist,specialist,leader"),
                        Map.entry("vouches-for-persons", "true"),
                        Map.entry("claims.personal-id", "national_id"),
                        Map.entry("claims.name", "display_name"),
                        Map.entry("claims.identity-level", "acr"),
                        Map.entry("claims.levels.[urn:example:loa:substantial]", "2"),
                        Map.entry("claims.roles", "groups"),
                        Map.entry("claims.grants.forms", "province-{agency}/{role}"),
                        Map.entry("claims.grants.agencies.h37", "H37"),
                        Map.entry("claims.grants.agencies.h34", "H34"),
                        Map.entry("claims.grants.roles.one-stop", "receptionist"),
                        Map.entry("claims.grants.roles.head", "leader"))
                .forEach((name, value) -> settings.add(prefix + name, () -> value));
    }

    @AfterAll
    static void end() {
        provider.close();
    }

    @Test
    @Order(1)
    void a_citizen_files_and_is_the_one_whom_other_issuers_know() throws Exception {
        var citizen = signedIn("lan");
        var dossier = begin(citizen, Catalogue.BIRTH, "ONLINE");
        ok(command(citizen, dossier, "submission", Map.of()), 200);

        assertThat(ok(citizen.get(DOSSIERS + "/" + dossier), 200)
                        .body()
                        .path("id")
                        .asString())
                .isEqualTo(dossier);
        // By the personal id that both issuers have verified, and by nothing else.
        assertThat(ok(citizen().get(DOSSIERS + "/" + dossier), 200)
                        .body()
                        .path("id")
                        .asString())
                .isEqualTo(dossier);
        assertThat(citizen.get(DOSSIERS).status()).as("no officer").isEqualTo(403);
        begin(citizen, Catalogue.STRICT, "ONLINE"); // for which one has to be known well
    }

    @Test
    @Order(2)
    void an_officer_has_the_translated_role_at_one_agency_and_nothing_at_another() throws Exception {
        var dossier = submitted();
        var officer = signedIn("hoa");
        assertThat(ok(officer.get(DOSSIERS), 200).body().toString()).contains(dossier);
        var read = ok(officer.get(DOSSIERS + "/" + dossier), 200);
        ok(command(officer.ifMatch(read.revision()), dossier, "acceptance", Map.of()), 200);

        assertThat(officer.get(DOSSIERS_OF_H34).status())
                .as("the issuer may not speak for it")
                .isEqualTo(403);
        var stranger = signedIn("tuan");
        assertThat(stranger.get(DOSSIERS).status()).isEqualTo(403);
        assertThat(stranger.get(DOSSIERS_OF_H34).status()).isEqualTo(403);
    }

    @Test
    @Order(3)
    void a_new_key_works_without_a_restart() throws Exception {
        assertThat(signedIn("hoa").get(DOSSIERS).status()).isEqualTo(200);
        provider.rotate();
        var officer = signedIn("hoa");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(officer.get(DOSSIERS).status()).isEqualTo(200));
    }

    @Test
    @Order(4)
    void who_is_signed_in_goes_on_when_the_provider_is_gone() throws Exception {
        var citizen = signedIn("lan");
        assertThat(citizen.get("/api/v1/me/dossiers").status()).isEqualTo(200);
        provider.close();
        begin(citizen, Catalogue.BIRTH, "ONLINE");
        assertThat(citizen.get("/api/v1/me/dossiers").status()).isEqualTo(200);
    }

    private Api signedIn(String name) throws Exception {
        return api.as(provider.signIn(name));
    }
}
