package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Surroundings;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

/** The hub's catalogue, and an agency's own beside it with a database of its own. */
@ServiceTest
class OwnCatalogueTests {

    private static final String OWN = """
            {"record":"agency","agency":"H94","names":{"vi":"Tỉnh H94"},"kind":"PROVINCE","localPrefix":"HC",\
            "placements":{"catalog-service":{"mode":"%s","epoch":%d}},"validFrom":"2022-01-01","source":"test"}
            """;
    private static final String UNIT = """
            {"record":"unit","agency":"%1$s","unit":"000.00.01.%1$s","names":{"vi":"Sở thử"},"tier":"PROVINCE",\
            "validFrom":"2020-01-01"}
            """;
    private static final String TIER = """
            {"record":"tier","code":"PROVINCE","names":{"vi":"Cấp tỉnh","en":"Province"},"validFrom":"1945-09-02"}
            """;

    @Autowired
    Api hub;

    @Test
    void an_agencys_own_catalogue_knows_its_agency_from_the_hub_and_keeps_the_rest_itself() {
        SampleData.platform(hub);
        assertThat(taken(hub, "import", OWN.formatted("own", 1)).path("rejected"))
                .isEmpty();
        try (var instance = own()) {
            var api = Api.at(
                    ((WebServerApplicationContext) instance).getWebServer().getPort());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(api.get("/api/v1/agencies/H94").status()).isEqualTo(200));
            assertThat(hub.get("/api/v1/agencies/H94/units").status()).isEqualTo(421);

            var before = own(api).post("/api/v1/agencies/H94/import", UNIT.formatted("H94"));
            var report = own(api).post("/api/v1/agencies/H94/import", TIER + UNIT.formatted("H94"));
            var refused = own(api).post("/api/v1/agencies/H94/import", OWN.formatted("own", 1) + UNIT.formatted("H95"));

            assertThat(code(before, 0)).isEqualTo("unknown-tier");
            assertThat(report.body().path("applied").asInt()).as("%s", report).isEqualTo(2);
            assertThat(code(refused, 0)).isEqualTo("hubs-record");
            assertThat(code(refused, 1)).isEqualTo("code-of-another-agency");
            assertThat(api.get("/api/v1/agencies/H94/units")
                            .body()
                            .path("items")
                            .size())
                    .isEqualTo(1);
            assertThat(api.get("/api/v1/agencies/H94")
                            .body()
                            .path("localPrefix")
                            .asString())
                    .isEqualTo("HC");
        }

        var earlier = taken(hub, "import", OWN.formatted("pool", 1));
        var withdrawn = taken(hub, "import", OWN.formatted("withdrawn", 2));
        var back = taken(hub, "import", OWN.formatted("pool", 3));

        assertThat(earlier.at("/rejected/0/code").asString()).isEqualTo("older-epoch");
        assertThat(withdrawn.path("applied").asInt()).isEqualTo(1);
        assertThat(back.at("/rejected/0/code").asString()).isEqualTo("withdrawn");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(hub.get("/api/v1/agencies/H94/units").problem())
                                .as("whoever asks beside the gateway")
                                .isEqualTo("wrong-placement"));
        assertThat(hub.get("/api/v1/agencies?limit=200").body().path("items").valueStream())
                .as("its record and its code stay")
                .anyMatch(it -> it.path("agency").asString().equals("H94"));
    }

    private static JsonNode taken(Api api, String path, String lines) {
        var answer = SampleData.ndjson(api).post("/api/v1/agencies/" + path, lines);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static String code(Answer answer, int row) {
        return answer.body().at("/rejected/" + row + "/code").asString();
    }

    private static Api own(Api api) {
        return api.as(Tokens.forwarded("catalog-service", "H94", "operator-of-the-hub", "operator"))
                .header("Content-Type", "application/x-ndjson");
    }

    private static ConfigurableApplicationContext own() {
        Map<String, Object> properties = new HashMap<>(Surroundings.properties());
        properties.put("server.port", "0");
        properties.put("motcua.placement.agency", "H94");
        properties.put("spring.mongodb.database", "own-catalogue-" + UUID.randomUUID());
        return new SpringApplicationBuilder(CatalogServiceApplication.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("own instance", properties)))
                .run();
    }
}
