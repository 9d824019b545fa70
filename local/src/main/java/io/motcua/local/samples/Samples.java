package io.motcua.local.samples;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Answer;
import io.motcua.local.http.Api;
import io.motcua.local.patience.Patience;
import io.motcua.local.signin.SignIns;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The sample data set of catalog-service, sent through the gateway to the same import that everybody uses, once per data
 * folder. A marker beside the data remembers which samples they were, so that newer ones are loaded over older ones.
 */
public final class Samples {

    private static final String PLATFORM = "platform.ndjson";

    /** The gateway learns of services and of agencies a moment after they appear. */
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(250));

    private static final Set<Integer> NOT_YET = Set.of(404, 421, 502, 503, 504);

    private final Path folder;
    private final Path marker;
    private final PrintStream out;

    public Samples(Path folder, Path marker, PrintStream out) {
        this.folder = folder;
        this.marker = marker;
        this.out = out;
    }

    /** The marker may be of another store, or of one that has been emptied: so the catalogue is asked, too. */
    public boolean loaded(Api gateway) {
        try {
            return Files.exists(marker)
                    && Files.readString(marker).strip().equals(fingerprint())
                    && gateway.get("/api/v1/agencies/" + SignIns.SAMPLE_AGENCY).status() == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void load(Api operator) {
        try {
            for (Path file : files()) {
                send(operator, file);
            }
            Files.createDirectories(marker.toAbsolutePath().getParent());
            Files.writeString(marker, fingerprint() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The samples could not be read", e);
        }
    }

    /** Agencies first: services belong to them. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Samples::isData)
                    .sorted(Comparator.comparing((Path file) -> !isPlatform(file))
                            .thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private void send(Api operator, Path file) throws IOException {
        String name = file.getFileName().toString();
        String agency = name.substring(0, name.lastIndexOf('.'));
        String path =
                isPlatform(file) ? "/api/v1/agencies/import" : "/api/v1/agencies/%s/services/import".formatted(agency);
        String type = name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/x-ndjson";
        byte[] body = Files.readAllBytes(file);
        long start = System.nanoTime();
        Answer answer = PATIENCE.await("the import of " + name, () -> {
            Answer reply = operator.post(path, type, body);
            return NOT_YET.contains(reply.status()) ? Optional.empty() : Optional.of(reply);
        });
        JsonNode report = answer.expect(200).json();
        if (!report.path("rejected").isEmpty()) {
            throw new Failure("the import of %s rejected rows: %s".formatted(name, report.path("rejected")));
        }
        out.println("loaded %-16s %5d rows, %d new or changed, %d ms"
                .formatted(
                        name,
                        report.path("received").asInt(),
                        report.path("applied").asInt(),
                        Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static boolean isPlatform(Path file) {
        return file.endsWith(PLATFORM);
    }

    private static boolean isData(Path file) {
        return file.toString().endsWith(".csv") || file.toString().endsWith(".ndjson");
    }
}
