package io.motcua.platform.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the store at hand; {@code -Dstores.write=true} writes its column of docs/stores.md. */
@NeedsBackends
@Tag("features")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTests {

    private MongoClient client;
    private Store store;

    @BeforeAll
    void connect() {
        client = MongoClients.create(Backends.mongodbUri());
        store = Store.of(client);
    }

    @AfterAll
    void close() {
        client.close();
    }

    List<Feature> relied() {
        return ReliedOn.features();
    }

    List<Feature> alone() {
        return new LeftAlone(client).features();
    }

    @ParameterizedTest
    @MethodSource("relied")
    void does_what_the_code_relies_on(Feature feature) throws Exception {
        assertThat(ask(feature)).isEqualTo(feature.documented());
    }

    @Test
    void answers_as_the_page_says() throws Exception {
        var features = new ArrayList<>(relied());
        features.addAll(alone());
        var answers = new ArrayList<String>();
        var page = new ArrayList<String>();
        for (var it : features) {
            answers.add(inShort(it, ask(it)));
            page.add(Table.cell(it, store));
        }
        if (Boolean.getBoolean("stores.write")) {
            Table.write(features, store, answers);
        } else {
            assertThat(answers).isEqualTo(page);
        }
    }

    private String inShort(Feature feature, String answer) {
        return store != Store.MONGODB && answer.equals(feature.documented()) ? "the same" : answer;
    }

    private String ask(Feature feature) throws Exception {
        MongoDatabase database =
                client.getDatabase("features-" + UUID.randomUUID().toString().substring(0, 8));
        try {
            return feature.ask(database);
        } finally {
            database.drop();
        }
    }
}
