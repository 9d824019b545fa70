package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api.Answer;
import java.util.Arrays;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Papers go in whole and come out the same, or do not go in at all. */
class AttachmentTests extends DossierServiceTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0};

    @Autowired
    MongoTemplate mongo;

    @Test
    void what_goes_in_comes_out() {
        var id = begin(Catalogue.RESIDENCE);
        var large = new byte[3 * 1024 * 1024];
        Arrays.fill(large, (byte) 7);
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        var attached = ok(upload(id, "application/pdf", "attachment; filename=\"a.pdf\"", large), 201);

        assertThat(attached.body().path("size").asLong()).isEqualTo(large.length);
        assertThat(attached.body().path("sha256").asString()).hasSize(64);
        var found = ok(citizen().get(attached.header("Location")), 200);
        assertThat(found.bytes()).isEqualTo(large);
        assertThat(found.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(found.header("Content-Disposition")).contains("a.pdf");
        assertThat(found.header("X-Content-Type-Options")).isEqualTo("nosniff");
        refused(staff("specialist").get(attached.header("Location")), 404, "not-found");
        assertThat(mongo.getCollection("dossiers").find().map(it -> it.toJson().length()))
                .allMatch(it -> it < 100_000);
    }

    @Test
    void the_same_upload_again_attaches_once() {
        var id = begin(Catalogue.RESIDENCE);
        var path = DOSSIERS + "/" + id + "/attachments?component=CT01";
        var once = citizen().header("Content-Type", "application/pdf").key("upload-" + id);
        var first = ok(once.post(path, PDF), 201);
        var again = ok(once.post(path, PDF), 201);

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(dossier(id).path("attachments").size()).isEqualTo(1);
    }

    @Test
    void pictures_are_papers_too() {
        var id = begin(Catalogue.RESIDENCE);
        ok(upload(id, "image/png", "", PNG), 201);
        var jpeg = ok(upload(id, "image/jpeg", "attachment; filename=\"../../etc/passwd\"", JPEG), 201);
        assertThat(jpeg.body().path("name").asString()).isEqualTo("passwd");
        assertThat(dossier(id).at("/attachments/0/name").asString()).isEqualTo("file.png");
    }

    @Test
    void what_is_not_what_it_says_is_refused_and_leaves_nothing() {
        var id = begin(Catalogue.RESIDENCE);
        var before = papers();
        refused(upload(id, "application/pdf", "", PNG), 422, "content-mismatch");
        refused(upload(id, "image/png", "", "<script>".getBytes()), 422, "content-mismatch");
        refused(upload(id, "application/pdf", "", new byte[0]), 422, "content-empty");
        refused(upload(id, "text/html", "", PDF), 415, "unsupported-media-type");
        refused(upload(id, "nonsense", "", PDF), 415, "unsupported-media-type");
        refused(attach(citizen(), id, "CT99"), 422, "component-unknown");
        refused(
                citizen().header("Content-Type", "application/pdf").post(DOSSIERS + "/" + id + "/attachments", PDF),
                400,
                "invalid-parameter");
        refused(citizen().get(DOSSIERS + "/" + id + "/attachments/none"), 404, "not-found");
        assertThat(dossier(id).path("attachments").size()).isZero();
        assertThat(papers()).isEqualTo(before);
    }

    @Test
    void a_result_that_is_refused_leaves_nothing() {
        var id = processing();
        var before = papers();
        var stale = staff("specialist").ifMatch(1).header("Content-Type", "application/pdf");
        refused(stale.put(DOSSIERS + "/" + id + "/result", PDF), 412, "stale");
        var huge = new byte[12 * 1024 * 1024];
        refused(stale.put(DOSSIERS + "/" + id + "/result", huge), 413, "too-large");
        refused(
                citizen()
                        .ifMatch(1)
                        .header("Content-Type", "application/pdf")
                        .put(DOSSIERS + "/" + id + "/result", PDF),
                403,
                "forbidden");
        assertThat(papers()).isEqualTo(before);
    }

    /** Not the slips, which are drawn up meanwhile; their ids have a part of their own for each attempt. */
    private long papers() {
        return mongo.getCollection("contents.files")
                .countDocuments(new Document("_id", new Document("$regex", "^[a-z2-7]{26}$")));
    }

    private Answer upload(String id, String type, String disposition, byte[] bytes) {
        return citizen()
                .header("Content-Type", type)
                .header("Content-Disposition", disposition)
                .post(DOSSIERS + "/" + id + "/attachments?component=CT01", bytes);
    }
}
