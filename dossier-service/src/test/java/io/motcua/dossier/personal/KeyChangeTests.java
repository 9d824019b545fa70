package io.motcua.dossier.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.PersonalFields;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The store of one dossier with a paper, in a database of its own, under keysets that change. */
class KeyChangeTests extends DossierServiceTest {

    private static final String FIRST = key(1, "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");
    private static final String SECOND = key(2, "GiAfHh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAA==");
    private static final EnumSet<Audience> ALL = EnumSet.allOf(Audience.class);

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoTemplate mongo;

    private final String database = "test-keys-" + System.nanoTime();
    private String dossier = "";
    private String paper = "";

    /** What the service has written with the key of all tests, which is the first. */
    @BeforeEach
    void store() {
        dossier = begin(Catalogue.RESIDENCE);
        paper = ok(attach(citizen(), dossier, "CT01"), 201).body().path("id").asString();
        copy("dossiers", new Document("_id", dossier));
        copy("contents.files", new Document("_id", paper));
        copy("contents.chunks", new Document("files_id", paper));
    }

    @AfterEach
    void drop() {
        client.getDatabase(database).drop();
    }

    @Test
    void a_change_of_keys_seals_everything_anew_and_the_old_key_can_go() throws IOException {
        String hash;
        try (var first = service(keyset(1, FIRST))) {
            hash = readable(first);
            assertThat(keysInUse()).containsExactly("1");
        }
        try (var both = service(keyset(2, FIRST, SECOND))) {
            assertThat(readable(both)).isEqualTo(hash);
            assertThat(keysInUse()).containsExactlyInAnyOrder("1", "2");

            both.getBean(Resealing.class).sweep();

            assertThat(keysInUse()).containsExactly("2");
            assertThat(readable(both)).isEqualTo(hash);
        }
        try (var second = service(keyset(2, SECOND))) {
            assertThat(readable(second)).isEqualTo(hash);
        }
        assertThatThrownBy(() -> service(keyset(1, FIRST)).close()).rootCause().isNotNull();
    }

    @Test
    void who_lacks_a_key_that_is_in_use_does_not_start_and_says_which() {
        service(keyset(1, FIRST)).close();

        assertThatThrownBy(() -> service(keyset(2, SECOND)).close())
                .hasStackTraceContaining("MOTCUA_DATA_KEYS")
                .hasStackTraceContaining("lacks the key 1");
        assertThat(keysInUse()).containsExactly("1");
    }

    @Test
    void what_was_written_before_anything_was_sealed_is_read_and_then_sealed() throws IOException {
        var dossiers = client.getDatabase(database).getCollection("dossiers");
        try (var first = service(keyset(1, FIRST))) {
            var sealed = dossiers.find().first();
            assertThat(sealed).isNotNull();
            var clear = Document.parse(sealed.toJson());
            first.getBean(Sealing.class)
                    .of("dossiers", PersonalFields.OF_DOSSIER)
                    .open(dossier, clear.get("state", Document.class));
            dossiers.updateOne(
                    new Document("_id", dossier),
                    new Document("$set", new Document("state", clear.get("state")))
                            .append("$unset", new Document("sealedWith", "")));
            assertThat(nameInStore()).isEqualTo("Nông Thị Lan");
            readable(first);

            first.getBean(Resealing.class).sweep();

            assertThat(nameInStore()).isInstanceOf(Binary.class);
            readable(first);
        }
    }

    @Test
    void without_a_keyset_nothing_starts_and_what_is_missing_is_named() {
        assertThatThrownBy(() -> new DataKeys(""))
                .hasMessageContaining("MOTCUA_DATA_KEYS")
                .hasMessageContaining("names no keyset");
        assertThatThrownBy(() -> new DataKeys("{\"primaryKeyId\": 1, \"key\": []}"))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new DataKeys("no-such-folder/keys.json")).hasMessageContaining("cannot be read");
        var told = new DataKeys.Analyzer()
                .analyze(new IllegalStateException(new DataKeys.Unusable("names no keyset", null)));
        assertThat(told).isNotNull();
        assertThat(told.getAction()).contains("keyset");
    }

    @Test
    void what_is_sealed_for_one_place_opens_in_no_other() {
        var keys = new DataKeys(keyset(1, FIRST));
        var sealed = keys.seal(new byte[] {1, 2, 3}, "here");

        assertThat(keys.open(sealed, "here")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> keys.open(sealed, "there")).hasMessageContaining("there");
        sealed[sealed.length - 1]++;
        assertThatThrownBy(() -> keys.open(sealed, "here")).hasMessageContaining("here");
    }

    /** Reads all that there is. @return the last hash of the history */
    private String readable(AnnotationConfigApplicationContext service) throws IOException {
        var dossiers = service.getBean(Dossiers.class);
        var state = dossiers.find("H37", dossier).orElseThrow().state();
        assertThat(state.applicant().name()).isEqualTo("Nông Thị Lan");
        assertThat(state.form()).contains("Cao Lộc");
        assertThat(state.attachments().getFirst().name()).isEqualTo("tờ khai.pdf");
        var history = dossiers.history("H37", dossier, ALL);
        assertThat(history).hasSize(2).allSatisfy(it -> {
            assertThat(it.data()).isNotNull();
            assertThat(it.salt()).isNotNull();
        });
        try (var bytes = service.getBean(Contents.class).open("H37", paper).orElseThrow()) {
            assertThat(bytes.readAllBytes()).isEqualTo(PDF);
        }
        return history.getLast().hash();
    }

    private Object nameInStore() {
        var stored =
                client.getDatabase(database).getCollection("dossiers").find().first();
        assertThat(stored).isNotNull();
        return stored.getEmbedded(List.of("state", "applicant", "name"), Object.class);
    }

    private List<String> keysInUse() {
        return client.getDatabase(database)
                .getCollection("dataKeys")
                .find()
                .map(it -> it.getString("_id"))
                .into(new java.util.ArrayList<>());
    }

    private void copy(String collection, Document which) {
        client.getDatabase(database)
                .getCollection(collection)
                .insertMany(mongo.getCollection(collection).find(which).into(new java.util.ArrayList<>()));
    }

    /** As much of the service as reads and writes dossiers and papers. */
    private AnnotationConfigApplicationContext service(String keyset) {
        var factory = new SimpleMongoClientDatabaseFactory(client, database);
        var template = new MongoTemplate(factory, mongo.getConverter());
        var service = new AnnotationConfigApplicationContext();
        service.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("keys", Map.of("motcua.privacy.data-keys", keyset)));
        service.registerBean(MongoDatabaseFactory.class, () -> factory);
        service.registerBean(MongoTemplate.class, () -> template);
        service.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        service.registerBean(AggregatesFactory.class, () -> new AggregatesFactory(template, Clock.systemUTC(), null));
        service.scan(
                "io.motcua.dossier.personal",
                "io.motcua.dossier.casework.mongo",
                "io.motcua.dossier.attachments.mongo");
        service.refresh();
        return service;
    }

    private static String keyset(int primary, String... keys) {
        return "{\"primaryKeyId\": %d, \"key\": [%s]}".formatted(primary, String.join(", ", keys));
    }

    private static String key(int id, String value) {
        return """
                {"keyId": %d, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": {"typeUrl": \
                "type.googleapis.com/google.crypto.tink.AesGcmKey", "keyMaterialType": "SYMMETRIC", "value": "%s"}}""".formatted(id, value);
    }
}
