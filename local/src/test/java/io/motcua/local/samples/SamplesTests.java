package io.motcua.local.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.http.FakeServer;
import io.motcua.local.http.FakeServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTests {

    private static final String GOOD = "{\"received\":1,\"applied\":1,\"unchanged\":0,\"rejected\":[]}";

    @TempDir
    Path folder;

    private Samples samples;

    @BeforeEach
    void given() throws IOException {
        Path data = Files.createDirectories(folder.resolve("samples"));
        Files.writeString(data.resolve("H37.csv"), "code\n1");
        Files.writeString(data.resolve("H07.ndjson"), "{}");
        Files.writeString(data.resolve("platform.ndjson"), "{}");
        Files.writeString(data.resolve("README.md"), "no data");
        samples =
                new Samples(data, folder.resolve("data/samples-loaded"), new PrintStream(new ByteArrayOutputStream()));
    }

    @Test
    void go_through_the_imports_agencies_first() throws IOException {
        try (var server = new FakeServer((_, _) -> new Reply(200, GOOD))) {
            samples.load(Api.at(server.address()));
            assertThat(server.asked())
                    .containsExactly(
                            "POST /api/v1/agencies/import {}",
                            "POST /api/v1/agencies/H07/services/import {}",
                            "POST /api/v1/agencies/H37/services/import code\n1");
        }
    }

    @Test
    void are_loaded_once_unless_they_change() throws IOException {
        try (var server = new FakeServer((_, _) -> new Reply(200, GOOD))) {
            var gateway = Api.at(server.address());
            assertThat(samples.loaded(gateway)).isFalse();
            samples.load(gateway);
            assertThat(samples.loaded(gateway)).isTrue();
            Files.writeString(folder.resolve("samples/H37.csv"), "code\n2");
            assertThat(samples.loaded(gateway)).isFalse();
        }
    }

    @Test
    void are_loaded_again_where_the_catalogue_does_not_know_them() throws IOException {
        try (var server = new FakeServer((_, _) -> new Reply(200, GOOD))) {
            samples.load(Api.at(server.address()));
        }
        try (var another = new FakeServer((_, _) -> new Reply(404, "{}"))) {
            assertThat(samples.loaded(Api.at(another.address()))).isFalse();
        }
    }

    @Test
    void wait_for_a_gateway_that_does_not_know_the_service_yet() throws IOException {
        var asked = new AtomicInteger();
        try (var server =
                new FakeServer((_, _) -> asked.incrementAndGet() < 3 ? new Reply(503, "") : new Reply(200, GOOD))) {
            samples.load(Api.at(server.address()));
            assertThat(asked).hasValue(5);
            assertThat(samples.loaded(Api.at(server.address()))).isTrue();
        }
    }

    @Test
    void a_rejected_row_is_a_failure_and_nothing_is_marked() throws IOException {
        String report = "{\"received\":1,\"applied\":0,\"rejected\":[{\"line\":1,\"field\":\"code\"}]}";
        try (var server = new FakeServer((_, _) -> new Reply(200, report))) {
            assertThatThrownBy(() -> samples.load(Api.at(server.address())))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("\"field\":\"code\"");
            assertThat(samples.loaded(Api.at(server.address()))).isFalse();
        }
    }
}
