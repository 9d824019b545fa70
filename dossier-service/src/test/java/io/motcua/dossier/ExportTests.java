package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person gets all that is held on him, and nothing of others. */
class ExportTests extends DossierServiceTest {

    private static final String LAN = "020191000777";
    private static final String MINH = "020089000778";

    @Test
    void one_call_brings_everything_and_nothing_of_others() throws IOException {
        var lan = api.as(Tokens.citizen(LAN));
        var minh = api.as(Tokens.citizen(MINH));
        var filed = begin(lan, Catalogue.RESIDENCE, "ONLINE");
        var paper = ok(attach(lan, filed, "CT01"), 201).body().path("id").asString();
        ok(command(lan, filed, "submission", Map.of()), 200);
        decide("receptionist", filed, "refusal", Map.of("reason", "trùng hồ sơ"));
        var slip = ok(lan.get(DOSSIERS + "/" + filed + "/slips"), 200)
                .body()
                .at("/items/0/id")
                .asString();
        ok(lan.get(DOSSIERS + "/" + filed + "/slips/" + slip), 200);
        var draft = begin(lan, Catalogue.BIRTH, "ONLINE");
        var others = begin(minh, Catalogue.BIRTH, "ONLINE");

        var all = export(lan);

        assertThat(all.keySet())
                .containsExactlyInAnyOrder(
                        "H37-" + filed + "/dossier.json",
                        "H37-" + filed + "/papers/" + paper + "-tờ khai.pdf",
                        "H37-" + filed + "/slips/mau-03-" + slip + ".pdf",
                        "H37-" + draft + "/dossier.json",
                        "export.json")
                .noneMatch(it -> it.contains(others));
        assertThat(all.get("H37-" + filed + "/papers/" + paper + "-tờ khai.pdf"))
                .isEqualTo(PDF);
        assertThat(all.get("H37-" + filed + "/slips/mau-03-" + slip + ".pdf")).startsWith("%PDF".getBytes());
        var dossier = json(all.get("H37-" + filed + "/dossier.json"));
        assertThat(dossier.at("/applicant/name").asString()).isEqualTo("Nông Thị Lan");
        assertThat(dossier.at("/form/place.of$birth").asString()).isEqualTo("Cao Lộc");
        assertThat(dossier.path("endReason").asString()).isEqualTo("trùng hồ sơ");
        assertThat(dossier.path("history").size()).isGreaterThanOrEqualTo(4);
        assertThat(dossier.path("accesses").toString()).contains("receptionist");
        // Officers are named by their roles alone.
        assertThat(dossier.toString()).doesNotContain(persons.of("staff-H37-receptionist"));
        assertThat(json(all.get("export.json")).path("dossiers").asInt()).isEqualTo(2);
    }

    @Test
    void who_has_no_dossier_gets_an_empty_archive_and_who_is_nobody_none() throws IOException {
        var all = export(api.as(Tokens.citizen("020190000779")));

        assertThat(all.keySet()).containsExactly("export.json");
        refused(api.get("/api/v1/me/export"), 401, "unauthenticated");
    }

    private static Map<String, byte[]> export(Api who) throws IOException {
        var answer = ok(who.get("/api/v1/me/export"), 200);
        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        var all = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        }
        return all;
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.builder().build().readTree(bytes);
    }
}
