package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class RequestTests {

    private static final Map<String, Object> LAMP = Map.of("name", "lamp", "count", 1);
    private static final String THINGS = "/agencies/H37/things";

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    private Api citizen() {
        return api.as(Tokens.citizen("020190001234"));
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_run_once() {
        var key = UUID.randomUUID().toString();
        int before = runs();
        var first = citizen().key(key).post(THINGS, LAMP);
        var second = citizen().key(key).post(THINGS, LAMP);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(runs()).isEqualTo(before + 1);
    }

    /** Neither its key nor its body is looked at: a flood of nobody's leaves nothing in the store. */
    @Test
    void who_is_not_signed_in_where_he_must_be_is_asked_for_that_before_a_key() {
        assertThat(api.withoutKey().post(THINGS, LAMP).problem()).isEqualTo("unauthenticated");
        assertThat(citizen().withoutKey().post(THINGS, LAMP).problem()).isEqualTo("request-key-required");
    }

    @Test
    void a_key_belongs_to_its_caller() {
        var key = UUID.randomUUID().toString();
        var mine = citizen().key(key).post(THINGS, LAMP);
        var theirs = api.as(Tokens.citizen("020190009999")).key(key).post(THINGS, LAMP);
        assertThat(theirs.header("Location")).isNotEqualTo(mine.header("Location"));
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        var key = UUID.randomUUID().toString();
        citizen().key(key).post(THINGS, LAMP);
        var other = citizen().key(key).post(THINGS, Map.of("name", "stool", "count", 1));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("request-key-reused");
    }

    @Test
    void twenty_at_once_run_once_and_the_rest_replay_or_wait() throws Exception {
        var key = UUID.randomUUID().toString();
        int before = runs();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> citizen().key(key).post(THINGS, LAMP)))
                    .toList();
            for (var it : answers) {
                assertThat(it.get().status()).isIn(201, 409);
            }
        }
        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    void a_repeat_after_a_crash_between_effect_and_memory_takes_effect_once() {
        var key = UUID.randomUUID().toString();
        var first = citizen().key(key).post(THINGS, LAMP);
        // As if the process had died before it wrote its answer down.
        mongo.getCollection("requests").deleteMany(new org.bson.Document());
        var second = citizen().key(key).post(THINGS, LAMP);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        var history = api.get(second.header("Location") + "/history");
        assertThat(history.body().size()).isOne();
    }

    @Test
    void a_secret_is_answered_once_and_never_kept() {
        var key = UUID.randomUUID().toString();
        var maker = api.as(Tokens.staff("H37", "maker"));
        var path = "/agencies/H37/secrets";
        var first = maker.key(key).post(path, Map.of());
        var second = maker.key(key).post(path, Map.of());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("secret").asString("")).hasSize(36);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(second.body().has("secret")).isFalse();
        assertThat(mongo.getCollection("requests").find())
                .extracting(it -> it.getEmbedded(List.of("answer", "body"), new Binary(new byte[0])))
                .extracting(it -> new String(it.getData(), StandardCharsets.UTF_8))
                .noneMatch(it -> it.contains(first.body().path("id").asString()));
        assertThat(maker.withoutKey().post(path, Map.of()).problem()).isEqualTo("request-key-required");
    }

    @Test
    void without_a_key_nothing_runs() {
        int before = runs();
        var answer = citizen().withoutKey().post(THINGS, LAMP);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request-key-required");
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void a_callback_needs_no_key() {
        assertThat(api.withoutKey().post("/callbacks", null).status()).isEqualTo(204);
    }

    @Test
    void a_decision_needs_the_revision_it_rests_on() {
        var made = citizen().post(THINGS, LAMP);
        var counter = api.as(Tokens.staff("H37", "counter"));
        var path = made.header("Location") + "/counts";
        assertThat(counter.post(path, Map.of()).problem()).isEqualTo("precondition-required");
        var counted = counter.ifMatch(made.revision()).post(path, Map.of());
        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.revision()).isEqualTo(2);
        var late = counter.ifMatch(made.revision()).post(path, Map.of());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("stale");
        assertThat(counter.header("If-Match", "*").post(path, Map.of()).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"lamp\"                          | 400 | malformed-body | ''",
                "{\"name\": \"lamp\", \"count\": \"many\"}     | 400 | malformed-body | /count",
                "{\"name\": \"lamp\", \"count\": 1, \"x\": 1}  | 400 | unknown-field  | /x",
                "{\"name\": \" \", \"count\": 1}               | 422 | invalid-field  | /name",
                "{\"name\": \"lamp\", \"count\": 101}          | 422 | invalid-field  | /count",
                "[]                                           | 400 | malformed-body | ''",
            })
    void a_bad_body_is_refused_by_field(String body, int status, String problem, String pointer) {
        var answer = citizen().post(THINGS, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString(""))
                .isEqualTo(pointer);
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        var answer = citizen().post(THINGS, new byte[12 * 1024 * 1024]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void lists_go_on_behind_a_cursor() {
        for (int i = 0; i < 5; i++) {
            citizen().post("/agencies/H01/things", LAMP);
        }
        var first = api.get("/agencies/H01/things?limit=3&count=true");
        assertThat(first.body().path("items").size()).isEqualTo(3);
        assertThat(first.body().path("total").asLong()).isEqualTo(5);
        var second = api.get(first.body().path("next").asString());
        assertThat(second.body().path("items").size()).isEqualTo(2);
        assertThat(second.body().has("next")).isFalse();
        assertThat(api.get("/agencies/H01/things?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/agencies/H01/things?cursor=!").status()).isEqualTo(400);
    }

    private int runs() {
        return api.get("/runs").body().asInt();
    }
}
