package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.Topics;
import io.motcua.platform.testing.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Open dossiers come over from an older system. */
class TransferTests extends DossierServiceTest {

    private static final String HEADER =
            "number,code,service,status,channel,submittedAt,acceptedAt,dueAt,unit,name,personalId,phone\n";

    private final String run = UUID.randomUUID().toString();
    private final String day = "2504" + (10 + Math.floorMod(run.hashCode(), 20));

    @Test
    void open_dossiers_come_over_once_and_go_on_here() {
        var file = HEADER
                + row(1, "1", "2025-04-01 08:00", "", "", "")
                + row(2, "Được tiếp nhận", "2025-04-01 08:00", "2025-04-01T08:30:00+07:00", "2027-03-04 17:30", "")
                + row(3, "đang xử lý", "2025-04-01 08:00", "2025-04-01 09:00", "2025-05-06 17:30", Catalogue.UNIT);

        var report = ok(send(file), 200).body();
        assertThat(report.path("rejected").toString()).isEqualTo("[]");
        assertThat(report.path("received").asInt()).isEqualTo(3);
        assertThat(report.path("applied").asInt()).isEqualTo(3);
        var again = ok(send(file), 200).body();
        assertThat(again.path("applied").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);

        var looked = ok(api.get("/api/v1/lookup/" + code(3)), 200).body();
        assertThat(looked.at("/status/code").asInt()).isEqualTo(4);
        assertThat(looked.path("dueAt").asString()).isEqualTo("2025-05-06T10:30:00Z");
        assertThat(looked.path("acceptedAt").asString()).isEqualTo("2025-04-01T02:00:00Z");
        var id = mine(code(3)).path("id").asString();
        var first = history(id).getFirst();
        assertThat(first.path("type").asString()).isEqualTo("transferred");
        assertThat(first.at("/data/number").asString()).isEqualTo(run + "-3");
        var explained =
                ok(citizen().get(DOSSIERS + "/" + id + "/deadline"), 200).body();
        assertThat(explained.at("/countdown/distance/late").asBoolean()).isTrue();
        assertThat(explained.path("explanation").toString()).contains("hệ thống cũ");

        decide("specialist", id, "supplement-requests", Map.of("items", List.of("Sổ")));
        ok(command(citizen(), id, "supplements", Map.of()), 200);
        putResult(id);
        decide("leader", id, "approval", Map.of("decisionNumber", "9/QĐ"));
        assertThat(status(id)).isEqualTo(9);
        decide("receptionist", mine(code(1)).path("id").asString(), "acceptance", Map.of());
        assertThat(events.all(Topics.DOSSIERS).stream().filter(it -> it.key().equals(id)))
                .noneMatch(it -> it.type().contains("submitted") || it.type().contains("accepted"));
    }

    @Test
    void each_row_that_cannot_come_over_says_where_and_why_and_keeps_no_other_back() {
        var good = row(1, "1", "2025-04-01 08:00", "", "", "");
        var file = HEADER
                + good
                + good
                + row(2, "9", "2025-04-01 08:00", "2025-04-01 09:00", "2025-05-06 17:30", "")
                + row(3, "lạ", "2025-04-01 08:00", "", "", "")
                + row(4, "4", "2025-04-01 08:00", "", "", "nowhere")
                + row(5, "2", "gestern", "2025-04-01 09:00", "2025-03-06 17:30", "")
                + row(6, "1", "2025-04-01 08:00", "", "", "").replace("020190001234", "999")
                + row(7, "1", "2025-04-01 08:00", "", "", "").replace(Catalogue.BIRTH, "9.999999")
                + row(8, "1", "2025-04-01 08:00", "", "", "").replace("-" + day + "-", "-290101-")
                + row(9, "1", "2025-04-01 08:00", "", "", "").replace(code(9), code(1))
                + row(10, "1", "2025-04-01 08:00", "", "", "").replace(code(10), "H37/1")
                + "\"open,row\n"
                + row(11, "1", "2025-04-01 08:00", "", "", "");

        var report = ok(send(file), 200).body();

        assertThat(report.path("received").asInt()).isEqualTo(13);
        assertThat(report.path("applied").asInt()).isEqualTo(2);
        assertThat(report.path("rejected")
                        .valueStream()
                        .map(it ->
                                it.path("line").asInt() + " " + it.path("field").asString() + " "
                                        + it.path("code").asString()))
                .containsExactly(
                        "3 number row-twice",
                        "4 status row-status",
                        "5 status row-status-unknown",
                        "6 acceptedAt row-required",
                        "7 submittedAt row-moment",
                        "8 personalId personal-id-length",
                        "9 service row-service",
                        "10 code row-code-of-today",
                        "11 code row-code-taken",
                        "12 code row-code",
                        "13  row-malformed");
        assertThat(report.path("rejected").get(3).path("more").toString()).contains("dueAt", "row-unit-unknown");
        assertThat(report.path("rejected").get(4).path("more").toString()).contains("row-order");
        assertThat(report.path("rejected").valueStream())
                .allMatch(it -> !it.path("reason").asString().isBlank());
        refused(api.get("/api/v1/lookup/" + code(2)), 404, "not-found");
    }

    @Test
    void a_file_that_is_no_table_of_dossiers_is_refused_as_a_whole() {
        refused(send("number,colour\n1,red\n"), 422, "transfer-unreadable");
        refused(send("\n"), 422, "transfer-unreadable");
        refused(send(HEADER.getBytes(StandardCharsets.UTF_16)), 422, "transfer-unreadable");
        refused(
                staff("receptionist")
                        .header("Content-Type", "text/csv")
                        .post(DOSSIERS + "/transfer", HEADER.getBytes(StandardCharsets.UTF_8)),
                403,
                "forbidden");
    }

    private String row(int n, String status, String submitted, String accepted, String due, String unit) {
        return "%s-%d,%s,%s,%s,ONLINE,%s,%s,%s,%s,Nông Thị Lan,%s,84912000001\n"
                .formatted(run, n, code(n), Catalogue.BIRTH, status, submitted, accepted, due, unit, CITIZEN_ID);
    }

    private String code(int n) {
        return "H37.77-" + day + "-" + (1000 + Math.floorMod(run.hashCode() / 20, 8_000) + n);
    }

    private JsonNode mine(String code) {
        return ok(citizen().get("/api/v1/me/dossiers?limit=200"), 200)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Answer send(String file) {
        return send(file.getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(byte[] file) {
        return staff("agency-admin").header("Content-Type", "text/csv").post(DOSSIERS + "/transfer", file);
    }
}
