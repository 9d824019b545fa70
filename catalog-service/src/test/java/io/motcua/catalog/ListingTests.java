package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ListingTests {

    @Autowired
    Api api;

    @BeforeEach
    void load() {
        SampleData.load(api);
    }

    @Test
    void the_cursor_leads_through_all_services_once() {
        var seen = new HashSet<String>();
        var next = "/api/v1/agencies/H37/services?asOf=2021-06-30&limit=200&count=true";
        int pages = 0;
        while (!next.isEmpty()) {
            var page = api.get(next).body();
            if (pages++ == 0) {
                assertThat(page.path("total").asInt()).isEqualTo(1030);
            }
            for (var it : page.path("items")) {
                assertThat(seen.add(it.path("code").asString())).isTrue();
            }
            next = page.path("next").asString("");
        }
        assertThat(seen).hasSize(1030);
        assertThat(pages).isEqualTo(6);
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(count("asOf=2021-06-30&tier=DISTRICT")).isEqualTo(149);
        assertThat(count("asOf=2021-06-30&level=4")).isEqualTo(1030);
        assertThat(count("asOf=2021-06-30&eligibility=INELIGIBLE")).isZero();
        assertThat(count("asOf=2025-07-01&eligibility=INELIGIBLE")).isEqualTo(3);
        assertThat(count("asOf=2025-07-01&sector=BORDER_GATE")).isEqualTo(4);
        assertThat(codes("asOf=2025-07-01&q=thuong%20tru")).containsExactly("1.004222");
        assertThat(count("asOf=2025-07-01&audience=HOUSEHOLD_BUSINESS")).isPositive();
    }

    @Test
    void what_is_public_may_be_kept_for_a_minute_and_nothing_else() {
        for (var path : List.of("", "/H37", "/H37/units", "/H37/services?limit=2", "/H37/services/1.004222")) {
            var first = api.get("/api/v1/agencies" + path);
            assertThat(first.status()).as(path).isEqualTo(200);
            assertThat(first.header("Cache-Control")).as(path).isEqualTo("max-age=60, public");
            var again = api.header("If-None-Match", first.header("ETag")).get("/api/v1/agencies" + path);
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
            assertThat(again.header("Cache-Control")).as(path).isEqualTo("max-age=60, public");
        }
        var editor = api.as(Tokens.staff("H37", "catalogue-editor"));
        for (var answer : List.of(
                editor.get("/api/v1/agencies/H37/staff"),
                editor.get("/api/v1/agencies/H37"),
                api.get("/api/v1/agencies/H37/staff"),
                api.get("/api/v1/agencies/nowhere"),
                api.get("/api/v1/agencies?limit=x"))) {
            assertThat(answer.header("Cache-Control")).as(answer.toString()).contains("no-store");
        }
    }

    @Test
    void agencies_units_and_calendars_are_public() {
        var agencies = api.get("/api/v1/agencies").body().path("items");
        assertThat(agencies.valueStream().map(it -> it.path("agency").asString()))
                .contains("G14", "G18", "G24", "H07", "H37", "H53");
        var langSon = api.get("/api/v1/agencies/H37").body();
        assertThat(langSon.at("/names/vi").asString()).isEqualTo("Tỉnh Lạng Sơn");
        assertThat(langSon.path("placements").isObject()).isTrue();

        assertThat(units("2021-06-08")).contains("000.00.31.H37").doesNotContain("000.00.51.H37");
        assertThat(units("2025-07-01")).contains("000.00.51.H37").doesNotContain("000.00.31.H37");

        var calendar = api.get("/api/v1/agencies/H37/calendars").body().at("/items/0");
        assertThat(calendar.path("timeZone").asString()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(calendar.path("openingHours")).hasSize(10);
        assertThat(calendar.path("daysOff")
                        .valueStream()
                        .map(it -> it.path("date").asString()))
                .contains("2021-02-12", "2021-04-21", "2025-01-29", "2025-04-07", "2026-02-17", "2027-04-16");
    }

    @Test
    void staff_are_for_the_agency_and_are_keys_without_names() {
        var staff = api.as(Tokens.staff("H37", "leader"))
                .get("/api/v1/agencies/H37/staff")
                .body()
                .path("items");

        assertThat(staff).hasSize(7);
        assertThat(staff.valueStream().map(it -> it.path("person").asString()))
                .allSatisfy(it -> assertThat(it).hasSize(26));
    }

    private int count(String query) {
        var answer = api.get("/api/v1/agencies/H37/services?count=true&limit=1&" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("total").asInt();
    }

    private List<String> codes(String query) {
        return api.get("/api/v1/agencies/H37/services?" + query)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("code").asString())
                .toList();
    }

    private List<String> units(String asOf) {
        return api.get("/api/v1/agencies/H37/units?limit=200&asOf=" + asOf)
                .body()
                .path("items")
                .valueStream()
                .map((JsonNode it) -> it.path("unit").asString())
                .toList();
    }
}
