package io.motcua.catalog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.catalog.SampleData;
import io.motcua.events.Topics;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** The founding story, from the data that ship with the platform. */
@ServiceTest
class SampleDataTests {

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    MongoTemplate mongo;

    @BeforeEach
    void load() {
        SampleData.load(api);
    }

    @Test
    void a_second_import_changes_nothing_and_publishes_nothing() {
        awaitRelayed();
        int before = events.all(Topics.CATALOG).size();

        for (var answer : List.of(SampleData.platform(api), SampleData.named(api), SampleData.standIns(api))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("rejected")).as("%s", answer).isEmpty();
            assertThat(answer.body().path("applied").asInt()).isZero();
            assertThat(answer.body().path("unchanged").asInt())
                    .isEqualTo(answer.body().path("received").asInt())
                    .isPositive();
        }

        awaitRelayed();
        assertThat(events.all(Topics.CATALOG)).hasSize(before);
    }

    @Test
    void lang_son_had_1030_services_online_in_june_2021() {
        var stats =
                api.get("/api/v1/agencies/H37/services/stats?asOf=2021-06-30").body();

        assertThat(stats.path("total").asInt()).isEqualTo(1030);
        assertThat(stats.at("/byTier/PROVINCE").asInt()).isEqualTo(838);
        assertThat(stats.at("/byTier/DISTRICT").asInt()).isEqualTo(149);
        assertThat(stats.at("/byTier/COMMUNE").asInt()).isEqualTo(43);
        assertThat(stats.path("byLevel")).hasSize(1);
        assertThat(stats.at("/byLevel/0/level").asString()).isEqualTo("4");
        assertThat(stats.at("/byLevel/0/count").asInt()).isEqualTo(1030);
        assertThat(stats.at("/byEligibility/ELIGIBLE").asInt()).isEqualTo(1030);
        assertThat(stats.at("/coverage/percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(stats.path("samples").asInt()).isEqualTo(1019);
    }

    @Test
    void on_the_day_before_there_was_nothing_to_count() {
        var stats =
                api.get("/api/v1/agencies/H37/services/stats?asOf=2021-06-07").body();

        assertThat(stats.path("total").asInt()).isZero();
        assertThat(stats.at("/coverage/percent").isMissingNode()).isTrue();
        assertThat(stats.path("samples").asInt()).isZero();
    }

    @Test
    void today_the_district_tier_is_gone() {
        var stats =
                api.get("/api/v1/agencies/H37/services/stats?asOf=2025-07-01").body();

        assertThat(stats.path("total").asInt()).isEqualTo(27);
        assertThat(stats.at("/byTier/DISTRICT").isMissingNode()).isTrue();
        assertThat(stats.at("/byEligibility/INELIGIBLE").asInt()).isEqualTo(3);
        assertThat(stats.at("/coverage/percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(stats.at("/coverage/levelShare").decimalValue()).isEqualByComparingTo("88.89");
    }

    @Test
    void six_agencies_were_complete_on_9_june_2021_and_lang_son_was_the_sixth() {
        var rollout = rollout("2021-06-09");

        assertThat(rollout.path("deadline").asString()).isEqualTo("2021-12-31");
        assertThat(rollout.path("complete").asInt()).isEqualTo(6);
        assertThat(rollout.path("agencies")).hasSizeGreaterThanOrEqualTo(6);
        for (var code : List.of("G14", "G18", "G24", "H07", "H53")) {
            var other = agency(rollout, code);
            assertThat(other.at("/coverage/percent").decimalValue()).isEqualByComparingTo("100");
            assertThat(other.at("/coverage/basis").asString()).isEqualTo("MILESTONE");
            assertThat(other.at("/completed/precision").asString()).isEqualTo("MONTH");
            assertThat(other.at("/started/precision").asString()).isEqualTo("UNKNOWN");
            assertThat(other.path("days").isNull()).isTrue();
            assertThat(other.path("daysBeforeDeadline").isNull()).isTrue();
        }
        var langSon = agency(rollout, "H37");
        assertThat(langSon.at("/coverage/percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(langSon.at("/coverage/basis").asString()).isEqualTo("SERVICES");
        assertThat(langSon.at("/completed/date").asString()).isEqualTo("2021-06-08");
        assertThat(langSon.path("days").asInt()).isEqualTo(30);
        assertThat(langSon.path("daysBeforeDeadline").asInt()).isEqualTo(206);
    }

    @Test
    void who_was_first_and_who_took_least_time_are_two_rankings_and_what_is_unknown_stays_open() {
        var rankings = rollout("2021-06-09").path("rankings");

        var last = rankings.path("byCompletion").get(5);
        assertThat(last.path("agency").asString()).isEqualTo("H37");
        assertThat(last.at("/place/rank").asInt()).isEqualTo(6);
        assertThat(last.at("/placeOfKind/rank").asInt()).isEqualTo(3);
        var first = rankings.path("byCompletion").get(0);
        assertThat(first.at("/place/rank").isNull()).isTrue();
        assertThat(first.at("/place/best").asInt()).isEqualTo(1);
        assertThat(first.at("/place/worst").asInt()).isEqualTo(5);

        var byDays = rankings.path("byDays");
        assertThat(byDays).hasSize(6);
        assertThat(byDays.get(0).path("agency").asString()).isEqualTo("H37");
        assertThat(byDays.get(0).path("days").asInt()).isEqualTo(30);
        assertThat(byDays.get(0).at("/place/best").asInt()).isEqualTo(1);
        assertThat(byDays.get(0).at("/place/worst").asInt()).isEqualTo(6);
        assertThat(byDays.get(1).path("days").isNull()).isTrue();
    }

    @Test
    void the_nations_share_and_the_claim_stand_beside_with_their_sources() {
        var rollout = rollout("2021-06-09");

        var benchmark = rollout.path("benchmarks").get(0);
        assertThat(benchmark.path("percent").decimalValue()).isEqualByComparingTo("30.86");
        assertThat(benchmark.path("asOf").asString()).isEqualTo("2020-12-31");
        assertThat(benchmark.path("metric").asString()).isEqualTo("FULL_ONLINE_SHARE");
        var claim = rollout.path("claims").get(0);
        assertThat(claim.path("agency").asString()).isEqualTo("H37");
        assertThat(claim.path("source").asString()).contains("09/06/2021");
        assertThat(rollout.path("targets")).hasSize(3);
    }

    @Test
    void the_day_before_lang_son_was_neither_covered_nor_complete() {
        var rollout = rollout("2021-06-07");

        assertThat(rollout.path("complete").asInt()).isEqualTo(5);
        var langSon = agency(rollout, "H37");
        assertThat(langSon.at("/coverage/percent").isNull()).isTrue();
        assertThat(langSon.path("completed").isNull()).isTrue();
        assertThat(langSon.path("days").isNull()).isTrue();
        assertThat(langSon.path("daysBeforeDeadline").isNull()).isTrue();
        assertThat(rollout.at("/rankings/byCompletion")).hasSize(5);
        assertThat(rollout.path("claims")).isEmpty();
    }

    @Test
    void in_the_middle_of_may_nobody_was_certainly_complete() {
        assertThat(rollout("2021-05-15").path("complete").asInt()).isZero();
    }

    @Test
    void permanent_residence_costs_half_online() {
        var service = api.get("/api/v1/agencies/H37/services/1.004222?asOf=2026-11-23")
                .body();

        var online = service.path("channels").get(1);
        assertThat(online.path("channel").asString()).isEqualTo("ONLINE");
        assertThat(online.at("/limit/amount").asInt()).isEqualTo(7);
        assertThat(online.at("/limit/unit").asString()).isEqualTo("WORKING_DAY");
        assertThat(online.at("/fees/0/amount/amount").asInt()).isEqualTo(10_000);
        assertThat(online.at("/fees/0/amount/currency").asString()).isEqualTo("VND");
        assertThat(online.at("/fees/0/collectAt").asString()).isEqualTo("INTAKE");
        assertThat(service.at("/channels/0/fees/0/amount/amount").asInt()).isEqualTo(20_000);
        assertThat(service.at("/components/0/id").asString()).isEqualTo("CT01");
        assertThat(service.at("/components/0/required").asBoolean()).isTrue();
        assertThat(service.path("sample").asBoolean()).isFalse();
        assertThat(api.get("/api/v1/agencies/H37/services/1.004222?asOf=2021-06-08")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_marriage_with_a_foreigner_went_from_the_district_to_the_commune() {
        var path = "/api/v1/agencies/H37/services/2.000806?asOf=";

        assertThat(api.get(path + "2021-06-08").body().path("tier").asString()).isEqualTo("DISTRICT");
        var now = api.get(path + "2026-11-23").body();
        assertThat(now.path("tier").asString()).isEqualTo("COMMUNE");
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("levelCode").asString()).isEqualTo("TOAN_TRINH");
    }

    private JsonNode rollout(String asOf) {
        var answer = api.get("/api/v1/rollout?asOf=" + asOf);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode agency(JsonNode rollout, String code) {
        return rollout.path("agencies")
                .valueStream()
                .filter(it -> it.path("agency").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void awaitRelayed() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> List.of("agencies", "units", "calendars", "staff", "procedure-versions").stream()
                        .noneMatch(it -> mongo.exists(
                                Query.query(Criteria.where("unpublished").exists(true)), it)));
    }
}
