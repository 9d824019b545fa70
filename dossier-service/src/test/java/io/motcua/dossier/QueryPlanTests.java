package io.motcua.dossier;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.plans.QueryPlans;
import java.util.List;
import java.util.Map;

/** The lists and searches of the office and of citizens, and what the service asks by itself meanwhile. */
class QueryPlanTests extends DossierServiceTest implements QueryPlans {

    @Override
    public void ask() {
        var id = processing();
        var code = dossier(id).path("code").asString();
        var person = persons.of(CITIZEN_ID);
        for (var query : List.of(
                "",
                "status=4",
                "unit=" + Catalogue.UNIT,
                "unit=" + Catalogue.UNIT + "&status=4",
                "assignee=" + person,
                "assignee=" + person + "&status=4&due=2026-12-31",
                "service=" + Catalogue.BIRTH + "&from=2026-01-01&to=2026-12-31",
                "applicant=" + person,
                "due=2026-12-31",
                "code=" + code)) {
            var first = ok(staff("leader").get(DOSSIERS + "?limit=1&count=true&" + query), 200);
            var next = first.body().path("next").asString("");
            if (!next.isEmpty()) {
                ok(staff("leader").get(next), 200);
            }
        }
        ok(citizen().get("/api/v1/me/dossiers"), 200);
        ok(citizen().get(DOSSIERS + "/" + id + "/history"), 200);
        ok(citizen().get(DOSSIERS + "/" + id + "/history/proof"), 200);
        ok(citizen().get(DOSSIERS + "/" + id + "/slips"), 200);
        ok(api.get("/api/v1/lookup/" + code), 200);
    }

    @Override
    public Map<String, String> exempt() {
        return Map.ofEntries(
                Map.entry("relayShards ", "sixteen"),
                Map.entry("relayMembers ", "one per instance"),
                Map.entry("dataKeys ", "one per key"),
                Map.entry("copyOffsets ", "one per copy"),
                Map.entry("agencies ", "a copy of the catalogue: less than a hundred"),
                Map.entry("calendars ", "a copy of the catalogue: a few per agency"),
                Map.entry("placements find", "one per agency"),
                Map.entry("procedures find", "a copy of the catalogue, which has no index beside that of its ids"),
                Map.entry("staff find", "a copy of the catalogue, empty here"),
                Map.entry("contents.files find {}", "asked once, whether there is an index yet"),
                Map.entry("unscanned aggregate {}", "counts what waits for the scanner"),
                Map.entry("dossiers aggregate {}", "the gauges count all, every 15 s"),
                Map.entry("sealedWith: {$exists", "once after a start, for what is older than sealing"));
    }
}
