package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the office finds. */
class WorklistTests extends DossierServiceTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    MongoTemplate mongo;

    /** A page reads stretch by stretch: some of these are in the first, some years behind the last. */
    @Test
    void pages_go_back_over_years_youngest_first_with_none_twice_or_left_out() {
        var ages = List.of(0, 0, 2, 2, 30, 300, 301, 900, 4000, 4001);
        var person = "020190007001";
        var ids = new ArrayList<String>();
        for (var days : ages) {
            var id = filed(person);
            beginning(id, Instant.now().minus(Duration.ofDays(days)));
            ids.add(id);
        }
        ids.addFirst(ids.remove(1)); // of the two of today the later one is the younger

        for (var limit : List.of(1, 3, 50)) {
            assertThat(pages("applicant=" + persons.of(person) + "&limit=" + limit))
                    .containsExactlyInAnyOrderElementsOf(ids)
                    .satisfies(it -> assertThat(it.getFirst()).isEqualTo(ids.getFirst()))
                    .satisfies(it -> assertThat(it.subList(4, 10)).isEqualTo(ids.subList(4, 10)));
        }
        var total = ok(staff("leader").get(DOSSIERS + "?limit=1&count=true&applicant=" + persons.of(person)), 200);
        assertThat(total.body().path("total").asLong()).isEqualTo(10);
    }

    @Test
    void by_unit_officer_status_procedure_and_day() {
        var person = "020190007002";
        var mine = "applicant=" + persons.of(person);
        var waiting = filed(person);
        var assigned = filed(person);
        decide("receptionist", assigned, "acceptance", Map.of());
        decide("receptionist", assigned, "assignments", Map.of("unit", Catalogue.UNIT, "officer", "p-searched"));
        var today = LocalDate.now(VIETNAM);
        var old = filed(person);
        beginning(old, today.minusDays(40).atStartOfDay(VIETNAM).toInstant());

        assertThat(pages(mine)).containsExactly(assigned, waiting, old);
        assertThat(pages(mine + "&status=1")).containsExactly(waiting, old);
        assertThat(pages(mine + "&unit=" + Catalogue.UNIT)).containsExactly(assigned);
        assertThat(pages("assignee=p-searched")).containsExactly(assigned);
        assertThat(pages("assignee=p-searched&status=4&unit=" + Catalogue.UNIT)).containsExactly(assigned);
        assertThat(pages("assignee=p-searched&status=5")).isEmpty();
        assertThat(pages(mine + "&service=" + Catalogue.BIRTH)).containsExactly(assigned, waiting, old);
        assertThat(pages(mine + "&service=" + Catalogue.RESIDENCE)).isEmpty();
        assertThat(pages(mine + "&from=" + today.minusDays(1))).containsExactly(assigned, waiting);
        assertThat(pages(mine + "&from=" + today.minusDays(41) + "&to=" + today.minusDays(40)))
                .containsExactly(old);
        assertThat(pages(mine + "&to=" + today.minusDays(41))).isEmpty();
        assertThat(pages(mine + "&due=" + today.plusYears(1))).containsExactly(assigned);
        assertThat(pages(mine + "&due=" + today.minusDays(1))).isEmpty();
        assertThat(pages("unit=" + Catalogue.UNIT)).contains(assigned).doesNotContain(waiting);
        assertThat(pages("service=" + Catalogue.BIRTH)).contains(assigned, waiting, old);
    }

    @Test
    void by_code_however_it_is_typed_and_only_at_its_agency() {
        var id = submitted();
        var code = dossier(id).path("code").asString();

        assertThat(pages("code=" + code)).containsExactly(id);
        assertThat(pages("code=" + code.toLowerCase(Locale.ROOT) + "%20")).containsExactly(id);
        assertThat(pages("code=none")).isEmpty();
        var elsewhere = api.as(Tokens.staff("H34", "leader")).get("/api/v1/agencies/H34/dossiers?code=" + code);
        assertThat(ok(elsewhere, 200).body().path("items").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-02-30",
                "from=0001-01-01",
                "to=%2B999999999-12-31",
                "due=%2B999999999-12-31",
                "from=2026-03-02&to=2026-03-01"
            })
    void days_that_are_none(String query) {
        refused(staff("leader").get(DOSSIERS + "?" + query), 400, "invalid-parameter");
    }

    private String filed(String personalId) {
        var citizen = api.as(Tokens.citizen(personalId));
        var draft = new HashMap<>(draft(Catalogue.BIRTH, "ONLINE"));
        draft.put("applicant", Map.of("name", "Nông Thị Lan", "personalId", personalId));
        var id = ok(citizen.post(DOSSIERS, draft), 201).body().path("id").asString();
        ok(command(citizen, id, "submission", Map.of()), 200);
        return id;
    }

    /** Nobody waits for years. */
    private void beginning(String dossier, Instant at) {
        mongo.getCollection("dossiers")
                .updateOne(
                        new Document("_id", dossier), new Document("$set", new Document("createdAt", Date.from(at))));
    }

    private List<String> pages(String query) {
        var ids = new ArrayList<String>();
        var next = DOSSIERS + "?" + query;
        while (!next.isEmpty()) {
            var page = ok(staff("leader").get(next), 200).body();
            page.path("items").forEach(it -> ids.add(it.path("id").asString()));
            next = page.path("next").asString("");
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }
}
