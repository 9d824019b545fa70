package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What lies in the store of people, whoever may read it there. */
class PersonalDataTests extends DossierServiceTest {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void no_document_of_the_store_shows_who_the_applicant_is_or_what_he_wrote() {
        var id = begin(Catalogue.RESIDENCE);
        ok(attach(citizen(), id, "CT01"), 201);
        submit(id);
        pay(id, "order-of-" + id);
        await().untilAsserted(() ->
                assertThat(dossier(id).at("/demands/0/paid").asBoolean()).isTrue());
        decide("receptionist", id, "supplement-requests", Map.of("items", List.of("Thẻ của bà Nông Thị Lan")));
        ok(command(citizen(), id, "supplements", Map.of("note", "Gửi từ Cao Lộc")), 200);
        decide("receptionist", id, "acceptance", Map.of());
        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.UNIT));
        putResult(id);
        decide("leader", id, "approval", Map.of("decisionNumber", "7/QĐ"));
        ok(command(citizen(), id, "return", Map.of("channel", "ONLINE")), 200);
        ok(command(citizen(), id, "rating", Map.of("stars", 5, "comment", "Lan ở Cao Lộc cảm ơn")), 200);
        ok(staff("specialist").get(DOSSIERS + "/" + id + "/slips"), 200);

        assertThat(mongo.getCollection("dossiers").find(new Document("_id", id)).first())
                .isNotNull();
        for (var collection : mongo.getCollectionNames()) {
            for (var document : mongo.findAll(Document.class, collection)) {
                assertThat(shown(document))
                        .as(collection)
                        .doesNotContain(
                                "Nông Thị Lan",
                                CITIZEN_ID,
                                "lan@example.vn",
                                "84912000001",
                                "Cao Lộc",
                                "tờ khai",
                                "%PDF-1");
            }
        }
        // It is all there for those who may read it.
        var dossier = dossier(id);
        assertThat(dossier.at("/applicant/name").asString()).isEqualTo("Nông Thị Lan");
        assertThat(dossier.at("/form/place.of$birth").asString()).isEqualTo("Cao Lộc");
        assertThat(dossier.at("/attachments/0/name").asString()).isEqualTo("tờ khai.pdf");
        assertThat(dossier.at("/rating/comment").asString()).contains("cảm ơn");
        assertThat(history(id).toString()).contains("Gửi từ Cao Lộc", "Thẻ của bà Nông Thị Lan");
        assertThat(ok(
                                citizen()
                                        .get(DOSSIERS + "/" + id + "/attachments/"
                                                + dossier.at("/attachments/0/id")
                                                        .asString()),
                                200)
                        .bytes())
                .isEqualTo(PDF);
    }

    /** All that a document says, its bytes read as text, too. */
    private static String shown(Object value) {
        return switch (value) {
            case Document document -> {
                var parts = new ArrayList<String>();
                document.forEach((name, it) -> parts.add(name + "=" + shown(it)));
                yield String.join(" ", parts);
            }
            case Iterable<?> list -> {
                var parts = new ArrayList<String>();
                list.forEach(it -> parts.add(shown(it)));
                yield String.join(" ", parts);
            }
            case Binary bytes -> new String(bytes.getData(), StandardCharsets.UTF_8);
            case null -> "";
            default -> value.toString();
        };
    }
}
