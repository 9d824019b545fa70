package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.TestFiles;
import io.motcua.platform.testing.Api.Answer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Papers go in whole and come out the same, or do not go in at all. */
class AttachmentTests extends DossierServiceTest {

    private static final byte[] PNG = TestFiles.picture("png");
    private static final byte[] JPEG = TestFiles.picture("jpeg");

    @Autowired
    MongoTemplate mongo;

    @Test
    void what_goes_in_comes_out() {
        var id = begin(Catalogue.RESIDENCE);
        var large = TestFiles.pdfOfSize(3 * 1024 * 1024);

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
        assertThat(jpeg.body().path("name").asString()).isEqualTo("passwd.jpg");
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

    @Test
    void a_dossier_holds_so_many_papers_and_no_more_however_they_come() {
        var id = begin(Catalogue.RESIDENCE);
        for (int i = 0; i < 50; i++) {
            ok(upload(id, "image/png", "", PNG), 201);
        }

        refused(upload(id, "image/png", "", PNG), 409, "too-many-attachments");
        refused(
                citizen()
                        .withoutKey()
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "10")
                        .header("Upload-Metadata", "component Q1QwMQ==,filetype aW1hZ2UvcG5n")
                        .post(DOSSIERS + "/" + id + "/attachments/uploads", null),
                409,
                "too-many-attachments");
        assertThat(dossier(id).path("attachments").size()).isEqualTo(50);
    }

    @Test
    void a_program_called_a_paper_and_a_locked_paper_are_refused() {
        var id = begin(Catalogue.RESIDENCE);
        var program = new byte[1_000];
        program[0] = 'M';
        program[1] = 'Z';
        var refusal = upload(id, "application/pdf", "attachment; filename=\"form.pdf\"", program);
        refused(refusal, 422, "content-mismatch");
        assertThat(refusal.body().path("detected").asString()).isEqualTo("application/x-msdownload");
        refused(upload(id, "application/pdf", "", TestFiles.pdf(10_000, 1, 0)), 422, "too-many-pages");
        assertThat(dossier(id).path("attachments").size()).isZero();
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
