package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What Lạng Sơn reported on 2021-06-09, asked of the API on the days in question. */
final class FoundingStory {

    private static final String STATS = "/api/v1/agencies/H37/services/stats?asOf=";
    private static final String ROLLOUT = "/api/v1/rollout?asOf=";

    private final Api gateway;

    FoundingStory(Api gateway) {
        this.gateway = gateway;
    }

    /** 1,030 services in three tiers at the end of June, none before they went live. */
    String counts() {
        JsonNode stats = gateway.get(STATS + "2021-06-30").expect(200).json();
        var byTier = stats.path("byTier").properties().stream()
                .sorted((one, other) ->
                        other.getValue().asInt() - one.getValue().asInt())
                .toList();
        require("total", 1030, stats.path("total").asInt());
        require(
                "counts by tier",
                List.of(838, 149, 43),
                byTier.stream().map(tier -> tier.getValue().asInt()).toList());
        require(
                "total before the start",
                0,
                gateway.get(STATS + "2021-06-07")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt());
        return "1,030 = "
                + byTier.stream()
                        .map(tier -> tier.getValue().asInt() + " " + tier.getKey())
                        .collect(Collectors.joining(" + "));
    }

    /** The league table of the day after; the day before, Lạng Sơn was not in it. */
    String rollout() {
        JsonNode rollout = table();
        require("agencies at 100 %", 6, rollout.path("complete").asInt());
        JsonNode ranking = ofLangSon(rollout.path("rankings").path("byCompletion"));
        JsonNode standing = ofLangSon(rollout.path("agencies"));
        require("place", 6, ranking.path("place").path("rank").asInt());
        require(
                "place among provinces",
                3,
                ranking.path("placeOfKind").path("rank").asInt());
        require("days", 30, standing.path("days").asInt());
        require(
                "days before the deadline",
                206,
                standing.path("daysBeforeDeadline").asInt());
        JsonNode before = gateway.get(ROLLOUT + "2021-06-07").expect(200).json();
        require("agencies at 100 % before", 5, before.path("complete").asInt());
        return "6 agencies at 100 %%; H37 sixth, third province, in %d days, %d days before %s; nation %s %%"
                .formatted(
                        standing.path("days").asInt(),
                        standing.path("daysBeforeDeadline").asInt(),
                        rollout.path("deadline").asString(""),
                        national(rollout));
    }

    List<String> lines() {
        return each(table().path("rankings").path("byCompletion"))
                .map(row -> "%-5s %-6s %-16s completed %s"
                        .formatted(
                                place(row.path("place")),
                                row.path("agency").asString(""),
                                row.path("kind").asString(""),
                                row.path("completed").path("date").asString("")))
                .toList();
    }

    private JsonNode table() {
        return gateway.get(ROLLOUT + "2021-06-09").expect(200).json();
    }

    /** Where our source gives a month only, a place is known within bounds only. */
    private static String place(JsonNode place) {
        return place.path("rank").isNull()
                ? place.path("best").asInt() + "–" + place.path("worst").asInt()
                : place.path("rank").asString("");
    }

    private static String national(JsonNode rollout) {
        return each(rollout.path("benchmarks"))
                .map(benchmark -> benchmark.path("percent").asString(""))
                .findFirst()
                .orElseThrow(() -> new Failure("the national benchmark is missing"));
    }

    private static JsonNode ofLangSon(JsonNode rows) {
        return each(rows)
                .filter(row -> row.path("agency").asString("").equals("H37"))
                .findFirst()
                .orElseThrow(() -> new Failure("H37 is missing in the table"));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void require(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new Failure("%s should be %s, but is %s".formatted(what, expected, actual));
        }
    }
}
