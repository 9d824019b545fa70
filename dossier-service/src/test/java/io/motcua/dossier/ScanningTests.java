package io.motcua.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.TestClamd;
import io.motcua.dossier.testing.TestFiles;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Files are scanned as they come, or as soon as the scanner is back; nobody reads one that is not. */
class ScanningTests extends DossierServiceTest {

    private static final byte[] INFECTED = infected();

    @Value("${spring.mongodb.database}")
    private String database;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void files_are_scanned_and_wait_for_the_scanner_while_it_is_away() {
        var clamd = new TestClamd(0, Long.MAX_VALUE);
        int port = clamd.port();
        try (var scanning = instance(Map.of(
                "spring.mongodb.database", database,
                "spring.kafka.bootstrap-servers", "127.0.0.1:1",
                "motcua.dossiers.scanning.clamd", clamd.address(),
                "motcua.dossiers.scanning.sweep", "200ms",
                "motcua.dossiers.scanning.settled", "0s"))) {
            var there = at(scanning).as(Tokens.citizen(CITIZEN_ID));
            var id = begin(Catalogue.RESIDENCE);

            var clean = ok(attach(there, id, "CT01"), 201).header("Location");
            assertThat(ok(there.get(clean), 200).bytes()).isEqualTo(PDF);
            refused(upload(there, id, INFECTED), 422, "content-infected");
            assertThat(clamd.asked).hasValue(2);
            assertThat(dossier(id).path("attachments").size()).isEqualTo(1);
            assertThat(quarantined(id)).isEqualTo(1);

            clamd.close();
            var late = ok(attach(there, id, "CT01"), 201).header("Location");
            var bad = ok(upload(there, id, INFECTED), 201).header("Location");
            var withheld = there.get(late);
            refused(withheld, 409, "content-unscanned");
            assertThat(withheld.header("Retry-After")).isNotBlank();
            refused(there.get(bad), 409, "content-unscanned");
            assertThat(new String(at(scanning).get("/actuator/prometheus").bytes(), UTF_8))
                    .contains("motcua_scanning_on{agency=\"pool\"} 1.0")
                    .contains("motcua_scans_total{agency=\"pool\",verdict=\"away\"}");
            refused(
                    staffAt(there, "specialist")
                            .ifMatch(1)
                            .header("Content-Type", "application/pdf")
                            .put(DOSSIERS + "/" + processing() + "/result", PDF),
                    503,
                    "not-ready");

            try (var back = new TestClamd(port, Long.MAX_VALUE)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> there.get(late).status() == 200
                                && there.get(bad).status() == 404);
                assertThat(back.asked.get()).isGreaterThanOrEqualTo(2);
            }
            assertThat(dossier(id).path("attachments").size()).isEqualTo(2);
            assertThat(quarantined(id)).isEqualTo(2);
            assertThat(mongo.exists(query(where("_id").is(bad.substring(bad.lastIndexOf('/') + 1))), "contents.files"))
                    .isFalse();
        }
    }

    private static Api staffAt(Api there, String role) {
        return there.as(Tokens.staff("H37", role));
    }

    private long quarantined(String id) {
        return history(id).stream()
                .filter(it -> it.path("type").asString().equals("attachment-quarantined"))
                .peek(it -> assertThat(it.at("/data/signature").asString()).isEqualTo("Motcua.Test"))
                .count();
    }

    private static Answer upload(Api who, String dossier, byte[] bytes) {
        return who.header("Content-Type", "application/pdf")
                .post(DOSSIERS + "/" + dossier + "/attachments?component=CT01", bytes);
    }

    private static byte[] infected() {
        var pdf = new String(TestFiles.pdf(), UTF_8);
        return pdf.replace("%PDF-1.7\n", "%PDF-1.7\n%" + TestClamd.MALWARE + "\n")
                .getBytes(UTF_8);
    }
}
