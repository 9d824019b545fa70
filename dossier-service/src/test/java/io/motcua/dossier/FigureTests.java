package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What happens to dossiers shows in the figures a moment later, and can be counted afresh at any time. */
class FigureTests extends DossierServiceTest {

    private static final String KPIS = "/api/v1/agencies/H37/kpis";

    @Autowired
    MeterRegistry meters;

    @Autowired
    Dossiers dossiers;

    @Test
    void what_is_done_is_counted_where_it_belongs() {
        settled();
        var before = figures("procedure");
        var rated = processing();
        putResult(rated);
        decide("leader", rated, "approval", Map.of("decisionNumber", "7/QĐ"));
        ok(command(staff("receptionist"), rated, "return", Map.of("channel", "COUNTER")), 200);
        ok(command(citizen(), rated, "rating", Map.of("stars", 2)), 200);
        decide("receptionist", submitted(), "refusal", Map.of("reason", "trùng"));
        processing();
        begin(Catalogue.BIRTH);

        settled();
        var after = figures("procedure");
        var grown = Map.of(
                "/received", 3L,
                "/receivedOnline", 3L,
                "/accepted", 2L,
                "/ended/onTime", 2L,
                "/ended/result/onTime", 1L,
                "/ended/refused/onTime", 1L,
                "/inProgress/onTime", 1L,
                "/ratings/count", 1L,
                "/ratings/disliked", 1L);
        grown.forEach((figure, by) -> assertThat(
                        number(after, Catalogue.BIRTH, figure) - number(before, Catalogue.BIRTH, figure))
                .as(figure)
                .isEqualTo(by));
        addsUp(after);
        assertThat(group(after, Catalogue.BIRTH).at("/names/vi").asString()).isEqualTo("Thủ tục " + Catalogue.BIRTH);

        for (var groupBy : List.of("unit", "sector", "procedure")) {
            var grouped = figures(groupBy);
            addsUp(grouped);
            for (var figure : List.of("/received", "/ended/onTime", "/ended/late", "/inProgress/onTime")) {
                assertThat(grouped.path("groups")
                                .valueStream()
                                .mapToLong(it -> it.at(figure).asLong())
                                .sum())
                        .as("%s by %s", figure, groupBy)
                        .isEqualTo(grouped.path("total").at(figure).asLong());
            }
        }
        assertThat(figures("sector")
                        .path("groups")
                        .valueStream()
                        .map(it -> it.path("key").asString()))
                .contains("RESIDENCE");
        var ofUnit = ok(staff("leader").get(KPIS + "?groupBy=procedure&unit=" + Catalogue.UNIT), 200)
                .body();
        assertThat(number(ofUnit, Catalogue.BIRTH, "/received")).isEqualTo(number(after, Catalogue.BIRTH, "/received"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(meters.get("motcua.figures.dossiers")
                                .tags("agency", "H37", "figure", "received")
                                .gauge()
                                .value())
                        .isEqualTo(figures("agency").at("/total/received").asDouble()));
    }

    @Test
    void the_index_says_what_it_measures_and_what_it_does_not() {
        processing();
        settled();
        var index = figures("agency").path("decision766");
        var groups = index.path("groups").valueStream().toList();

        assertThat(groups.stream().mapToInt(it -> it.path("of").asInt()).sum()).isEqualTo(100);
        assertThat(groups.getFirst().path("points").isMissingNode())
                .as("transparency")
                .isTrue();
        assertThat(groups.getFirst().at("/indicators/0/measured").asBoolean()).isFalse();
        assertThat(groups.getFirst().at("/indicators/0/note/vi").asString()).isNotBlank();
        var progress = groups.get(1).at("/indicators/0");
        assertThat(progress.path("code").asString()).isEqualTo("2.1");
        assertThat(progress.at("/rate/percent").decimalValue()).isPositive();
        assertThat(index.path("of").asInt()).isLessThan(100);
    }

    @Test
    void of_nothing_there_is_no_rate() {
        var nothing = ok(staff("auditor").get(KPIS + "?period=2019-Q2"), 200).body();
        assertThat(nothing.path("from").asString()).isEqualTo("2019-04-01");
        assertThat(nothing.path("to").asString()).isEqualTo("2019-06-30");
        assertThat(nothing.at("/total/received").asLong()).isZero();
        assertThat(nothing.at("/total/rates/onTime/whole").asLong()).isZero();
        assertThat(nothing.at("/total/rates/onTime/percent").isMissingNode()).isTrue();
        assertThat(nothing.at("/total/handling/meanHours").isMissingNode()).isTrue();
        assertThat(csv("?period=2019-Q2").lines().toList().getLast())
                .contains(",không áp dụng,")
                .contains(",Tổng số,");
    }

    @Test
    void spreadsheets_get_the_same_figures() {
        submitted();
        settled();
        var lines = csv("?groupBy=procedure").lines().toList();
        assertThat(lines.getFirst()).startsWith("\ufeffMã,Tên,");
        var birth = lines.stream()
                .filter(it -> it.startsWith(Catalogue.BIRTH + ","))
                .findFirst()
                .orElseThrow();
        assertThat(birth.split(",")[5])
                .isEqualTo(Long.toString(number(figures("procedure"), Catalogue.BIRTH, "/received")));
    }

    @Test
    void counted_afresh_they_are_the_same() {
        processing();
        settled();
        var before = figures("procedure");
        refused(staff("leader").post(KPIS + "/recounts", Map.of()), 403, "forbidden");
        ok(api.as(Tokens.operator()).post(KPIS + "/recounts", Map.of()), 202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !figures("procedure").path("recounting").asBoolean());
        settled();
        assertThat(figures("procedure").path("groups")).isEqualTo(before.path("groups"));
    }

    @Test
    void the_period_is_one_that_has_begun() {
        var tomorrow = today().plusDays(1);
        for (var wrong : List.of(
                "period=2026-13",
                "period=x",
                "period=1999",
                "period=2020&from=2020-01-01",
                "from=" + tomorrow + "&to=" + tomorrow,
                "from=2020-02-01&to=2020-01-01",
                "from=x",
                "groupBy=officer")) {
            refused(staff("leader").get(KPIS + "?" + wrong), 400, "invalid-parameter");
        }
        refused(staff("leader").get(KPIS + "?groupBy=procedure&unit=000.00.99.H37"), 422, "unit-unknown");
        refused(staff("leader").header("Accept", "image/png").get(KPIS), 406, "not-acceptable");
        refused(citizen().get(KPIS), 403, "forbidden");
        refused(api.as(Tokens.staff("H34", "leader")).get(KPIS), 403, "forbidden");
        refused(api.get(KPIS), 401, "unauthenticated");
    }

    /** Until all that has happened is counted. */
    private void settled() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> dossiers.uncounted().isEmpty()
                        && !figures("agency").path("recounting").asBoolean());
    }

    private JsonNode figures(String groupBy) {
        return ok(staff("leader").get(KPIS + "?period=" + YearMonth.from(today()) + "&groupBy=" + groupBy), 200)
                .body();
    }

    private String csv(String query) {
        Answer answer = ok(staff("leader").header("Accept", "text/csv").get(KPIS + query), 200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static void addsUp(JsonNode figures) {
        var all = new ArrayList<>(figures.path("groups").valueStream().toList());
        all.add(figures.path("total"));
        for (var it : all) {
            assertThat(it.path("carriedOver").asLong() + it.path("received").asLong())
                    .isEqualTo(it.at("/ended/onTime").asLong()
                            + it.at("/ended/late").asLong()
                            + it.at("/inProgress/onTime").asLong()
                            + it.at("/inProgress/overdue").asLong());
        }
    }

    private static JsonNode group(JsonNode figures, String key) {
        return figures.path("groups")
                .valueStream()
                .filter(it -> it.path("key").asString().equals(key))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static long number(JsonNode figures, String key, String figure) {
        return group(figures, key).at(figure).asLong(0);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
