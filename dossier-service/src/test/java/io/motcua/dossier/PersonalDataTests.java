package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What lies in the store of people, whoever may read it there. */
class PersonalDataTests extends DossierServiceTest {

    private static final String AES = "type.googleapis.com/google.crypto.tink.AesGcmKey";
    private static final String FIRST = key(1, "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");
    private static final String SECOND = key(2, "GiAfHh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAA==");

    @Autowired
    private MongoTemplate mongo;

    @Test
    void no_document_of_the_store_shows_who_the_applicant_is() {
        var id = begin(Catalogue.RESIDENCE);
        ok(attach(citizen(), id, "CT01"), 201);
        ok(citizen().get(DOSSIERS + "/" + id), 200);

        assertThat(mongo.getCollection("dossiers").find(new Document("_id", id)).first())
                .isNotNull();
        for (var collection : mongo.getCollectionNames()) {
            for (var document : mongo.findAll(Document.class, collection)) {
                var raw = shown(document);
                assertThat(raw)
                        .as(collection)
                        .doesNotContain("Nông Thị Lan", CITIZEN_ID, "lan@example.vn", "84912000001", "Cao Lộc", "tờ khai");
            }
        }
    }

    @Test
    void a_change_of_keys_seals_everything_anew_and_the_old_key_can_go() {
        var database = "test-keys-" + System.nanoTime();
        var store = Map.of("spring.mongodb.database", database, "motcua.dossiers.resealed-every", "200ms");
        try (var first = instance(with(store, keyset(1, FIRST)))) {
            assertThat(first.isRunning()).isTrue();
        }
        try (var both = instance(with(store, keyset(2, FIRST, SECOND)))) {
            var keys = both.getBean(MongoTemplate.class);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            keys.findAll(Document.class, "dataKeys"))
                    .extracting(it -> it.getString("_id"))
                    .containsExactly("2"));
        }
        assertThatThrownBy(() -> instance(with(store, keyset(1, FIRST))))
                .rootCause()
                .hasMessageContaining("decryption failed");
    }

    private static Map<String, String> with(Map<String, String> store, String keyset) {
        var all = new java.util.HashMap<>(store);
        all.put("motcua.privacy.data-keys", keyset);
        return all;
    }

    private static String keyset(int primary, String... keys) {
        return "{\"primaryKeyId\": %d, \"key\": [%s]}".formatted(primary, String.join(", ", keys));
    }

    private static String key(int id, String value) {
        return """
                {"keyId": %d, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": {"typeUrl": "%s", \
                "keyMaterialType": "SYMMETRIC", "value": "%s"}}"""
                .formatted(id, AES, value);
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
