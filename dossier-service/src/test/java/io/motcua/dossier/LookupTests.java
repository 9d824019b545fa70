package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.lookup.Guesses;
import io.motcua.dossier.lookup.LookupSecrets;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whoever has the receipt sees the matter; whoever has only the code does not, and cannot find out. */
class LookupTests extends DossierServiceTest {

    @Autowired
    LookupSecrets secrets;

    @Autowired
    Guesses guesses;

    @Autowired
    MongoTemplate mongo;

    @Test
    void the_secret_tells_the_matter_and_nothing_of_the_person() {
        var id = processing();
        decide("specialist", id, "supplement-requests", Map.of("items", List.of("Sổ hộ khẩu")));
        var code = dossier(id).path("code").asString();

        var open = ok(api.get("/api/v1/lookup/" + code), 200);
        assertThat(open.body().has("details")).isFalse();
        assertThat(open.body().at("/publicStatus/code").asString()).isEqualTo("waiting-for-applicant");
        assertThat(new String(open.bytes())).doesNotContain("Sổ hộ khẩu", Catalogue.BIRTH);

        var typed = " " + secrets.of(id).toLowerCase() + " ";
        var told = ok(lookUp(code.toLowerCase(), typed.replace(" ", "%20")), 200);
        assertThat(told.body().at("/details/service/code").asString()).isEqualTo(Catalogue.BIRTH);
        assertThat(told.body().at("/details/supplement/items/0").asString()).isEqualTo("Sổ hộ khẩu");
        assertThat(new String(told.bytes())).doesNotContain(CITIZEN_ID, "Lan", id, "lan@");
    }

    @Test
    void an_unknown_code_and_a_wrong_secret_are_answered_alike() {
        var id = processing();
        var code = dossier(id).path("code").asString();
        var unknown = code.substring(0, code.lastIndexOf('-')) + "-9876";

        for (int i = 1; i <= Guesses.FREE + 2; i++) {
            var wrong = lookUp(code, wrong(id));
            var nobody = lookUp(unknown, "ABCD");
            refused(wrong, i <= Guesses.FREE ? 404 : 429, i <= Guesses.FREE ? "not-found" : "too-many-guesses");
            assertThat(shape(nobody, unknown)).isEqualTo(shape(wrong, code));
        }
        refused(lookUp(code, secrets.of(id)), 429, "too-many-guesses");
        assertThat(lookUp(code, secrets.of(id)).header("Retry-After")).isNotBlank();
        ok(api.get("/api/v1/lookup/" + code), 200);

        assertThat(mongo.getCollection("lookupGuesses")
                        .updateOne(
                                new Document("_id", code),
                                new Document(
                                        "$set",
                                        new Document(
                                                "until", Date.from(Instant.now().minusSeconds(1)))))
                        .getMatchedCount())
                .isEqualTo(1);
        ok(lookUp(code, secrets.of(id)), 200);
        assertThat(mongo.findById(code, Document.class, "lookupGuesses"))
                .as("who is right begins anew")
                .isNull();
    }

    @Test
    void before_the_receipt_there_is_no_secret() {
        var id = submitted();
        var code = dossier(id).path("code").asString();

        refused(lookUp(code, secrets.of(id)), 404, "not-found");
        refused(lookUp("x'y", "ABCD"), 404, "not-found");
    }

    /** Also from two instances: they share the store and nothing else. */
    @Test
    void many_guesses_at_once_are_no_more_than_one_after_the_other() throws Exception {
        var code = "000.00.15.H37-990101-0001";
        List<Callable<Boolean>> tasks = IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(_ -> () -> guesses.take(code).isEmpty())
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var through = threads.invokeAll(tasks).stream()
                    .filter(it -> it.resultNow())
                    .count();
            assertThat(through).isEqualTo(Guesses.FREE);
        }
        guesses.forgetBefore(Instant.now().plus(Duration.ofHours(2)));
        assertThat(guesses.take(code)).isEmpty();
    }

    @Test
    void secrets_are_spread_over_the_whole_alphabet() {
        var seen = new HashSet<String>();
        var letters = new HashSet<Integer>();
        for (int i = 0; i < 2_000; i++) {
            var secret = secrets.of("dossier-" + i);
            assertThat(secret).matches("[2-9A-HJKMNP-Z]{4}");
            seen.add(secret);
            secret.chars().forEach(letters::add);
        }
        assertThat(seen).hasSizeGreaterThan(1_990);
        assertThat(letters).hasSize(31);
    }

    private Answer lookUp(String code, String secret) {
        return api.get("/api/v1/lookup/" + code + "?secret=" + secret);
    }

    private String wrong(String id) {
        return secrets.of(id).equals("2345") ? "2346" : "2345";
    }

    /** All of an answer but what names the request. */
    private static String shape(Answer answer, String code) {
        return answer.status()
                + new String(answer.bytes())
                        .replace(code, "CODE")
                        .replaceAll("\"traceId\":\"[^\"]*\"", "")
                        .replaceAll("\\d+ s\\b", "")
                + answer.headers().map().keySet();
    }
}
