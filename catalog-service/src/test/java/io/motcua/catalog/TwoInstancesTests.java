package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.Topics;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.Surroundings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Two instances on one database: what one writes the other sees, and they do not undo each other's work. */
class TwoInstancesTests {

    private static final String SERVICES = "/api/v1/agencies/H93/services";

    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void start() {
        Map<String, Object> properties = new HashMap<>(Surroundings.properties());
        properties.put("server.port", "0");
        one = instance(properties);
        other = instance(properties);
        SampleData.agency(api(one), "H93", "HB");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void what_one_has_written_the_other_lists_at_once() {
        assertThat(total(other, "THU")).isZero();

        assertThat(take(one, "THU", 5, 1).body().path("applied").asInt()).isEqualTo(5);

        assertThat(total(other, "THU")).isEqualTo(5);
    }

    @Test
    void both_correct_the_same_procedures_at_once_and_no_version_is_lost() throws Exception {
        int procedures = 20;

        var reports = atOnce(() -> take(one, "HAI", procedures, 3), () -> take(other, "HAI", procedures, 7));

        assertThat(reports)
                .allSatisfy(it -> assertThat(it.body().path("applied").asInt())
                        .as("%s", it)
                        .isEqualTo(procedures));
        for (int i = 1; i <= procedures; i++) {
            var code = code("HAI", i);
            var limits = IntStream.of(1, 2)
                    .mapToObj(version -> api(one).get(SERVICES + "/" + code + "?version=" + version))
                    .map(it -> it.body().at("/channels/0/limit/amount").asInt())
                    .toList();
            assertThat(limits).containsExactlyInAnyOrder(3, 7);
        }
        try (var events = new Events()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(events.all(Topics.CATALOG).stream()
                                    .map(Events.Published::key)
                                    .filter(it -> it.startsWith("H93/HB-HAI-"))
                                    .collect(Collectors.toSet()))
                            .hasSize(2 * procedures));
        }
    }

    private static List<Answer> atOnce(Callable<Answer> first, Callable<Answer> second)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.invokeAll(List.of(first, second));
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private static Answer take(ConfigurableApplicationContext instance, String series, int procedures, int limit) {
        var rows = IntStream.rangeClosed(1, procedures)
                .mapToObj(
                        it -> code(series, it) + ",Thủ tục thử,PROVINCE,Thử,CITIZEN,42/2022/NĐ-CP,TOAN_TRINH,ELIGIBLE,"
                                + "ONLINE," + limit + ",DAY,000.00.01.H93,Giấy phép,2024-01-01,test")
                .collect(Collectors.joining("\n"));
        return SampleData.csv(api(instance))
                .post(
                        SERVICES + "/import",
                        "code,nameVi,tier,sector,audiences,levelScheme,levelCode,eligibility,channels,limitAmount,"
                                + "limitUnit,receivingUnit,resultVi,validFrom,source\n" + rows);
    }

    private static int total(ConfigurableApplicationContext instance, String series) {
        return api(instance)
                .get(SERVICES + "?count=true&q=HB-" + series)
                .body()
                .path("total")
                .asInt();
    }

    private static String code(String series, int number) {
        return "HB-%s-%03d".formatted(series, number);
    }

    private static Api api(ConfigurableApplicationContext instance) {
        return Api.at(((WebServerApplicationContext) instance).getWebServer().getPort());
    }

    private static ConfigurableApplicationContext instance(Map<String, Object> properties) {
        return new SpringApplicationBuilder(CatalogServiceApplication.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(UUID.randomUUID().toString(), properties)))
                .run();
    }
}
