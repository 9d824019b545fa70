package io.motcua.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTests {

    @TempDir
    Path folder;

    @Test
    void answers_hello() {
        try (var store = EmbeddedStore.inMemory();
                var client = MongoClients.create(store.uri())) {
            var answer = client.getDatabase("admin").runCommand(new Document("hello", 1));
            assertThat(answer.getBoolean("isWritablePrimary")).isTrue();
        }
    }

    @Test
    void acknowledged_writes_survive_kill_9() throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreServer.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        int port;
        try (var reader = process.inputReader()) {
            port = reader.lines()
                    .filter(line -> line.startsWith("ready"))
                    .map(line -> Integer.parseInt(line.substring("ready ".length())))
                    .findFirst()
                    .orElseThrow();
            try (var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
                var things = client.getDatabase("test").getCollection("things");
                for (int i = 0; i < 500; i++) {
                    things.insertOne(new Document("_id", i));
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        try (var store = EmbeddedStore.in(folder, 0);
                var client = MongoClients.create(store.uri())) {
            assertThat(client.getDatabase("test").getCollection("things").countDocuments())
                    .isEqualTo(500);
        }
    }
}
