package io.motcua.dossier.attachments.clamd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.motcua.dossier.attachments.Scanner;
import io.motcua.dossier.attachments.ScanningSettings;
import io.motcua.dossier.testing.TestClamd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol, against a server of the tests and against clamd itself. */
class ClamdTests {

    private static final int LARGEST = 10 * 1024 * 1024;

    @Test
    void clean_and_infected_files_are_told_apart_whatever_their_size() throws IOException {
        try (var clamd = new TestClamd(0, Long.MAX_VALUE)) {
            var scanner = scanner(clamd.address());
            assertThat(scanner.scan(new byte[0])).isEqualTo(new Scanner.Clean());
            assertThat(scanner.scan(new byte[LARGEST])).isEqualTo(new Scanner.Clean());
            assertThat(scanner.scan(infected(5))).isEqualTo(new Scanner.Infected("Motcua.Test"));
            // Across the border of two pieces.
            assertThat(scanner.scan(infected(64 * 1024 - 7))).isEqualTo(new Scanner.Infected("Motcua.Test"));
        }
    }

    @Test
    void a_scanner_that_will_not_have_more_is_no_clean_file() {
        try (var clamd = new TestClamd(0, 100_000)) {
            assertThatThrownBy(() -> scanner(clamd.address()).scan(new byte[LARGEST]))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_scanner_that_is_away_or_silent_is_no_clean_file() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            scanner("tcp://127.0.0.1:" + silent.getLocalPort()).scan(new byte[10]))
                    .isInstanceOf(IOException.class)
                    .hasMessage("clamd is silent");
        }
        assertThatThrownBy(() -> scanner("tcp://127.0.0.1:1").scan(new byte[10]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> scanner("unix:/nowhere/clamd.ctl").scan(new byte[10]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> scanner("127.0.0.1:3310")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Debian's clamav-daemon with a signature of our own: no database has to be fetched. */
    @Test
    void clamd_itself_agrees(@TempDir Path directory) throws Exception {
        var program = clamd();
        assumeTrue(program.isPresent(), "skipped: no clamd here (apt-get install clamav-daemon)");
        var socket = directory.resolve("clamd.ctl");
        Files.writeString(
                directory.resolve("motcua.ndb"),
                "Motcua.Test:0:*:" + HexFormat.of().formatHex(TestClamd.MALWARE.getBytes(UTF_8)) + "\n");
        Files.write(
                directory.resolve("clamd.conf"),
                List.of(
                        "LocalSocket " + socket,
                        "DatabaseDirectory " + directory,
                        "TemporaryDirectory " + directory,
                        "Foreground yes",
                        "StreamMaxLength 12M"));
        var process = new ProcessBuilder(program.get().toString(), "--config-file=" + directory.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("clamd.log").toFile())
                .start();
        try {
            var scanner = scanner("unix:" + socket);
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(socket) || !process.isAlive());
            assertThat(process.isAlive())
                    .as(Files.readString(directory.resolve("clamd.log")))
                    .isTrue();
            assertThat(scanner.scan(new byte[LARGEST])).isEqualTo(new Scanner.Clean());
            assertThat(scanner.scan(infected(64 * 1024 - 7))).isEqualTo(new Scanner.Infected("Motcua.Test.UNOFFICIAL"));
            assertThatThrownBy(() -> scanner.scan(new byte[14 * 1024 * 1024])).isInstanceOf(IOException.class);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Optional<Path> clamd() {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(it -> Path.of(it, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static byte[] infected(int before) {
        var bytes = new byte[before + 100_000];
        var malware = TestClamd.MALWARE.getBytes(UTF_8);
        System.arraycopy(malware, 0, bytes, before, malware.length);
        return bytes;
    }

    private static Clamd scanner(String address) {
        return new Clamd(
                new ScanningSettings(
                        address, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO),
                Clock.systemUTC());
    }
}
