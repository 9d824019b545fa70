package io.motcua.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Role;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.TestFiles;
import io.motcua.dossier.uploads.Metadata;
import io.motcua.dossier.uploads.Uploads;
import io.motcua.platform.history.Digest;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Papers come in by pieces, however often the line breaks. */
class UploadTests extends DossierServiceTest {

    private static final byte[] FILE = TestFiles.pdfOfSize(5_000);
    private static final String BYTES = "application/offset+octet-stream";

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Clock clock;

    @Value("${spring.mongodb.database}")
    private String database;

    @LocalServerPort
    private int port;

    @Test
    void an_upload_in_two_parts_becomes_an_attachment() {
        var id = begin(Catalogue.RESIDENCE);
        var begun = begun(id, FILE.length);
        assertThat(begun.header("Upload-Offset")).isEqualTo("0");
        assertThat(begun.header("Upload-Expires")).endsWith("GMT");
        var upload = begun.header("Location");

        var first = ok(send(upload, 0, Arrays.copyOf(FILE, 1_500)), 204);
        assertThat(first.header("Upload-Offset")).isEqualTo("1500");
        assertThat(first.header("Content-Location")).isEmpty();
        assertThat(dossier(id).path("attachments").size()).isZero();
        var last = ok(send(upload, 1_500, Arrays.copyOfRange(FILE, 1_500, FILE.length)), 204);

        assertThat(last.header("Upload-Offset")).isEqualTo("5000");
        assertThat(dossier(id).at("/attachments/0/name").asString()).isEqualTo("tờ khai.pdf");
        assertThat(ok(citizen().get(last.header("Content-Location")), 200).bytes())
                .isEqualTo(FILE);
        assertThat(pieces(upload)).isZero();
        // Who has not heard that all has come asks, and hears it.
        var state = ok(tus().send("HEAD", upload, null), 200);
        assertThat(state.header("Upload-Offset")).isEqualTo(state.header("Upload-Length"));
        assertThat(state.header("Content-Location")).isEqualTo(last.header("Content-Location"));
        assertThat(state.header("Cache-Control")).isEqualTo("no-store");
        refused(tus().delete(upload), 409, "upload-finished");
        assertThat(dossier(id).path("attachments").size()).isEqualTo(1);
    }

    @Test
    void the_first_bytes_may_come_with_the_beginning_and_the_whole_too() {
        var id = begin(Catalogue.RESIDENCE);
        var uploads = DOSSIERS + "/" + id + "/attachments/uploads";
        var begun = ok(
                tus().header("Upload-Length", "5000")
                        .header("Upload-Metadata", metadata("CT01"))
                        .header("Content-Type", BYTES)
                        .post(uploads, FILE),
                201);
        assertThat(begun.header("Upload-Offset")).isEqualTo("5000");
        assertThat(ok(citizen().get(begun.header("Content-Location")), 200).bytes())
                .isEqualTo(FILE);
    }

    /** Broken off at every 71st byte and at each of the first, then gone on with from where the upload says it stands. */
    @Test
    void the_line_may_break_at_any_byte() {
        var target = target(begin(Catalogue.RESIDENCE));
        var metadata = Metadata.parse(metadata("CT01"));
        var breaks = IntStream.concat(IntStream.range(0, 10), IntStream.iterate(10, it -> it < 5_000, it -> it + 240))
                .toArray();
        for (int at : breaks) {
            var upload = uploads.begin(target, metadata, FILE.length);
            var broken = uploads.append(target, upload.id(), 0, null, breaking(Arrays.copyOf(FILE, at)));
            assertThat(broken.offset()).isEqualTo(at);
            assertThat(uploads.state(target, upload.id()).offset()).isEqualTo(at);
            var rest = Arrays.copyOfRange(FILE, at, FILE.length);
            var done = uploads.append(target, upload.id(), at, null, new ByteArrayInputStream(rest));
            var attachment = dossier(target.dossier())
                    .path("attachments")
                    .valueStream()
                    .filter(it -> it.path("id").asString().equals(done.attachment()))
                    .findFirst()
                    .orElseThrow();
            assertThat(attachment.path("sha256").asString()).isEqualTo(sha256(FILE));
        }
    }

    @Test
    void a_cut_connection_leaves_what_had_come() throws Exception {
        var upload = begun(begin(Catalogue.RESIDENCE), FILE.length).header("Location");
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Tokens.citizen(CITIZEN_ID) + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                                    + "Content-Type: " + BYTES + "\r\nContent-Length: 5000\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().write(FILE, 0, 2_345);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> offset(upload).equals("2345"));
        ok(send(upload, 2_345, Arrays.copyOfRange(FILE, 2_345, FILE.length)), 204);
    }

    @Test
    void only_one_request_at_a_time_and_a_dead_one_gives_way() throws Exception {
        var target = target(begin(Catalogue.RESIDENCE));
        var upload = uploads.begin(target, Metadata.parse(metadata("CT01")), FILE.length);
        var path = DOSSIERS + "/" + target.dossier() + "/attachments/uploads/" + upload.id();
        var reading = new CountDownLatch(1);
        var going = new CountDownLatch(1);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = other.submit(() -> uploads.append(target, upload.id(), 0, null, waiting(reading, going, FILE)));
            reading.await();
            var held = send(path, 0, FILE);
            refused(held, 423, "upload-held");
            assertThat(held.header("Retry-After")).isEqualTo("2");
            assertThat(held.header("Tus-Resumable")).isEqualTo("1.0.0");

            // The first says nothing for longer than its lease: another goes on, and the first can do no harm.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> send(path, 0, FILE).status() == 204);
            going.countDown();
            assertThat(refusal(slow)).isEqualTo("upload-held");
        }
        assertThat(dossier(target.dossier()).path("attachments").size()).isEqualTo(1);
        assertThat(dossier(target.dossier()).at("/attachments/0/sha256").asString())
                .isEqualTo(sha256(FILE));
        assertThat(pieces(path)).isZero();
    }

    @Test
    void wrong_offset_checksum_length_and_version() throws Exception {
        var id = begin(Catalogue.RESIDENCE);
        var upload = begun(id, FILE.length).header("Location");
        ok(send(upload, 0, Arrays.copyOf(FILE, 100)), 204);
        var wrong = send(upload, 99, FILE);
        refused(wrong, 409, "offset-mismatch");
        assertThat(wrong.body().path("offset").asInt()).isEqualTo(100);
        var part = Arrays.copyOfRange(FILE, 100, 2_000);
        refused(checked(upload, 100, "sha1 " + digest("SHA-1", FILE), part), 460, "checksum-mismatch");
        refused(checked(upload, 100, "crc32 AAAA", part), 400, "checksum-unreadable");
        refused(checked(upload, 100, "sha1 ???", part), 400, "checksum-unreadable");
        assertThat(offset(upload)).isEqualTo("100");
        ok(checked(upload, 100, "sha256 " + digest("SHA-256", part), part), 204);
        assertThat(offset(upload)).isEqualTo("2000");
        refused(send(upload, 2_000, FILE), 413, "too-large");
        refused(tus().header("Upload-Offset", "2000").patch(upload, FILE), 415, "unsupported-media-type");
        refused(tus().header("Content-Type", BYTES).patch(upload, FILE), 400, "invalid-parameter");
        var version = tus().header("Tus-Resumable", "0.2.2").header("Upload-Offset", "2000");
        var unsupported = version.header("Content-Type", BYTES).patch(upload, FILE);
        refused(unsupported, 412, "tus-version-unsupported");
        assertThat(unsupported.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(dossier(id).path("attachments").size()).isZero();
    }

    @Test
    void what_cannot_become_an_attachment_does_not_begin() {
        var id = begin(Catalogue.RESIDENCE);
        refused(begin(id, "CT01", 10 * 1024 * 1024 + 1), 413, "too-large");
        refused(begin(id, "CT01", 0), 422, "content-empty");
        refused(begin(id, "CT01", -1), 400, "invalid-parameter");
        refused(begin(id, "CT99", 10), 422, "component-unknown");
        var uploads = DOSSIERS + "/" + id + "/attachments/uploads";
        refused(tus().header("Upload-Length", "10").post(uploads, null), 400, "invalid-parameter");
        refused(
                tus().header("Upload-Length", "10")
                        .header("Upload-Metadata", "component ???")
                        .post(uploads, null),
                400,
                "invalid-parameter");
        refused(
                tus().header("Upload-Length", "10")
                        .header("Upload-Metadata", "component Q1QwMQ==")
                        .post(uploads, null),
                415,
                "unsupported-media-type");
        refused(
                api.as(Tokens.citizen("020190009999"))
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "10")
                        .header("Upload-Metadata", metadata("CT01"))
                        .post(uploads, null),
                404,
                "not-found");
        IntStream.range(0, 10).forEach(_ -> begun(id, 10));
        refused(begin(id, "CT01", 10), 409, "too-many-uploads");
        refused(begin(submitted(), "CT01", 10), 409, "transition-refused");
    }

    @Test
    void what_is_not_what_it_says_is_refused_at_its_end_and_nothing_is_kept() {
        var id = begin(Catalogue.RESIDENCE);
        var upload = begun(id, 20).header("Location");
        ok(send(upload, 0, "MZ this is a".getBytes(UTF_8)), 204);
        refused(send(upload, 12, "program.".getBytes(UTF_8)), 422, "content-mismatch");
        assertThat(tus().send("HEAD", upload, null).status()).isEqualTo(404);
        assertThat(pieces(upload)).isZero();
        assertThat(dossier(id).path("attachments").size()).isZero();
    }

    @Test
    void an_upload_that_is_ended_or_expires_leaves_nothing() {
        var id = begin(Catalogue.RESIDENCE);
        var ended = begun(id, FILE.length).header("Location");
        ok(send(ended, 0, Arrays.copyOf(FILE, 2_500)), 204);
        refused(
                api.as(Tokens.citizen("020190009999"))
                        .header("Tus-Resumable", "1.0.0")
                        .delete(ended),
                404,
                "not-found");
        ok(tus().delete(ended), 204);
        assertThat(tus().send("HEAD", ended, null).status()).isEqualTo(404);
        assertThat(pieces(ended)).isZero();

        var forgotten = begun(id, FILE.length).header("Location");
        ok(send(forgotten, 0, Arrays.copyOf(FILE, 2_500)), 204);
        mongo.updateFirst(
                query(where("_id").is(last(forgotten))),
                Update.update("expiresAt", Date.from(clock.instant())),
                "uploads");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> mongo.count(query(where("_id").is(last(forgotten))), "uploads") == 0);
        assertThat(pieces(forgotten)).isZero();
        refused(send(forgotten, 2_500, FILE), 404, "not-found");
    }

    @Test
    void another_instance_goes_on_where_this_one_left_off() {
        var id = begin(Catalogue.RESIDENCE);
        var upload = begun(id, FILE.length).header("Location");
        ok(send(upload, 0, Arrays.copyOf(FILE, 2_500)), 204);
        try (var other = instance(
                Map.of("spring.mongodb.database", database, "spring.kafka.bootstrap-servers", "127.0.0.1:1"))) {
            var there = at(other).as(Tokens.citizen(CITIZEN_ID)).withoutKey().header("Tus-Resumable", "1.0.0");
            assertThat(ok(there.send("HEAD", upload, null), 200).header("Upload-Offset"))
                    .isEqualTo("2500");
            ok(
                    there.header("Upload-Offset", "2500")
                            .header("Content-Type", BYTES)
                            .patch(upload, Arrays.copyOfRange(FILE, 2_500, 4_000)),
                    204);
        }

        var last = ok(send(upload, 4_000, Arrays.copyOfRange(FILE, 4_000, FILE.length)), 204);

        assertThat(ok(citizen().get(last.header("Content-Location")), 200).bytes())
                .isEqualTo(FILE);
    }

    /** The instance dies after the last piece; any other makes it an attachment when the sender asks. */
    @Test
    void what_had_come_whole_when_an_instance_died_is_attached_when_the_sender_asks() {
        var id = begin(Catalogue.RESIDENCE);
        var upload = begun(id, FILE.length + 1).header("Location");
        ok(send(upload, 0, FILE), 204);
        mongo.updateFirst(query(where("_id").is(last(upload))), Update.update("length", 5_000L), "uploads");

        var state = ok(tus().send("HEAD", upload, null), 200);

        assertThat(ok(citizen().get(state.header("Content-Location")), 200).bytes())
                .isEqualTo(FILE);
        assertThat(dossier(id).path("attachments").size()).isEqualTo(1);
    }

    @Test
    void the_applicant_may_ask_what_the_server_can() {
        var id = begin(Catalogue.RESIDENCE);
        var can = ok(citizen().send("OPTIONS", DOSSIERS + "/" + id + "/attachments/uploads", null), 204);
        assertThat(can.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(can.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,checksum,expiration,termination");
        assertThat(can.header("Tus-Max-Size")).isEqualTo("10485760");
        assertThat(can.header("Tus-Checksum-Algorithm")).isEqualTo("md5,sha1,sha256");
    }

    private Api tus() {
        return citizen().withoutKey().header("Tus-Resumable", "1.0.0");
    }

    private Answer begun(String dossier, long length) {
        return ok(begin(dossier, "CT01", length), 201);
    }

    private Answer begin(String dossier, String component, long length) {
        return tus().header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", metadata(component))
                .post(DOSSIERS + "/" + dossier + "/attachments/uploads", null);
    }

    private Answer send(String upload, long offset, byte[] bytes) {
        return tus().header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", BYTES)
                .patch(upload, bytes);
    }

    private Answer checked(String upload, long offset, String checksum, byte[] bytes) {
        return tus().header("Upload-Offset", Long.toString(offset))
                .header("Upload-Checksum", checksum)
                .header("Content-Type", BYTES)
                .patch(upload, bytes);
    }

    private String offset(String upload) {
        return ok(tus().send("HEAD", upload, null), 200).header("Upload-Offset");
    }

    private long pieces(String upload) {
        return mongo.count(query(where("_id").regex("^" + last(upload) + "\\.")), "contents.files");
    }

    private Uploads.Target target(String dossier) {
        return new Uploads.Target("H37", dossier, new Party(persons.of(CITIZEN_ID), Set.<Role>of(), 2));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String metadata(String component) {
        return "component " + base64(component.getBytes(UTF_8)) + ",filename "
                + base64("tờ khai.pdf".getBytes(UTF_8)) + ",filetype " + base64("application/pdf".getBytes(UTF_8))
                + ",note";
    }

    private static InputStream breaking(byte[] before) {
        return new SequenceInputStream(new ByteArrayInputStream(before), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is dead");
            }
        });
    }

    private static InputStream waiting(CountDownLatch reading, CountDownLatch going, byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                reading.countDown();
                try {
                    going.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.read(target, from, length);
            }
        };
    }

    private static String refusal(Future<?> refused) throws InterruptedException {
        try {
            refused.get();
            return "";
        } catch (ExecutionException e) {
            return e.getCause() instanceof Problem problem ? problem.kind().slug() : e.toString();
        }
    }

    private static String digest(String algorithm, byte[] bytes) throws Exception {
        return base64(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private static String sha256(byte[] bytes) {
        return Digest.sha256(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
