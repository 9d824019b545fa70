package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.codes.CodeStyle;
import io.motcua.dossier.codes.DossierCodes;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.dossier.DossierAccepted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Many at once. */
class RushTests extends DossierServiceTest {

    private static final int MANY = 16;

    @Autowired
    DossierCodes codes;

    @Autowired
    MongoTemplate mongo;

    @Test
    void sixteen_submissions_at_once_get_sixteen_codes_without_a_gap() {
        var drafts = Stream.generate(() -> begin(Catalogue.CROWDED)).limit(MANY).toList();

        atOnce(drafts.stream().<Callable<Object>>map(id -> () -> submit(id)).toList());

        var ordinals = drafts.stream()
                .map(id -> dossier(id).path("code").asString())
                .peek(code -> assertThat(code).startsWith(Catalogue.CROWDED_UNIT + "-"))
                .map(code -> Integer.valueOf(code.substring(code.lastIndexOf('-') + 1)))
                .toList();
        var first = ordinals.stream().mapToInt(it -> it).min().orElseThrow();
        assertThat(ordinals)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(first, first + MANY).boxed().toList());
    }

    @Test
    void of_two_officers_one_decides_and_the_other_is_told() {
        var id = submitted();
        var revision = staff("receptionist").get(DOSSIERS + "/" + id).revision();

        var answers = atOnce(List.<Callable<Integer>>of(
                () -> command(staff("receptionist").ifMatch(revision), id, "acceptance", Map.of())
                        .status(),
                () -> command(staff("receptionist").ifMatch(revision), id, "refusal", Map.of("reason", "trùng"))
                        .status()));

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(published(DossierAccepted.TYPE, id)).isLessThanOrEqualTo(1);
    }

    @Test
    void the_same_submission_many_times_at_once_gives_one_code() {
        var id = begin(Catalogue.BIRTH);

        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(_ ->
                        () -> command(citizen(), id, "submission", Map.of()).status())
                .toList());

        assertThat(answers).containsOnlyOnce(200).allMatch(it -> it == 200 || it == 409);
        assertThat(mongo.getCollection("codes").countDocuments(new Document("dossier", id)))
                .isEqualTo(1);
    }

    @Test
    void claims_for_one_dossier_agree_and_leave_no_gap() {
        var day = LocalDate.of(2021, 6, 8);

        var claimed = atOnce(IntStream.range(0, 64)
                .<Callable<String>>mapToObj(i -> () -> codes.claim("H37", "000.00.88.H37", day, "rush-" + i % MANY))
                .toList());

        assertThat(claimed.stream().distinct())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, MANY)
                        .mapToObj(it -> CodeStyle.UNIT_FIRST.code("000.00.88.H37", day, it))
                        .toList());
        assertThat(counter("000.00.88.H37", day).getList("pending", Document.class))
                .isEmpty();
    }

    /** Two units that the agency's style writes alike count together. */
    @Test
    void an_agency_has_its_own_style_and_no_code_twice() {
        var day = LocalDate.of(2025, 7, 8);

        var claimed = atOnce(IntStream.range(0, 40)
                .<Callable<String>>mapToObj(i ->
                        () -> codes.claim("H34", i % 2 == 0 ? "000.00.15.H34" : "00.15.H34", day, "agency-first-" + i))
                .toList());

        assertThat(claimed)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj(it -> "H34.15-250708-%04d".formatted(it))
                        .toList());
        assertThat(codes.find("H34.15-250708-0001"))
                .hasValueSatisfying(it -> assertThat(it.agency()).isEqualTo("H34"));
    }

    /** Two instances about midnight, each with the day's own series. */
    @Test
    void claims_of_two_days_at_once_agree_on_one_code() {
        var day = LocalDate.of(2021, 6, 11);
        var dossiers = IntStream.range(0, 50).mapToObj(i -> "midnight-" + i).toList();

        var claimed = atOnce(dossiers.stream()
                .flatMap(it -> Stream.<Callable<Map.Entry<String, String>>>of(
                        () -> Map.entry(it, codes.claim("H37", "000.00.91.H37", day, it)),
                        () -> Map.entry(it, codes.claim("H37", "000.00.91.H37", day.plusDays(1), it))))
                .toList());

        assertThat(claimed.stream().distinct()).hasSize(dossiers.size());
        assertThat(mongo.getCollection("codes").countDocuments(new Document("dossier", new Document("$in", dossiers))))
                .isEqualTo(dossiers.size());
    }

    @Test
    void after_a_crash_a_dossier_finds_its_number_again() {
        var day = LocalDate.of(2021, 6, 9);
        mongo.insert(
                new Document("_id", CodeStyle.UNIT_FIRST.series("000.00.89.H37", day))
                        .append("next", 7L)
                        .append("pending", List.of(new Document("dossier", "crashed").append("number", 4L))),
                "codeCounters");

        assertThat(codes.claim("H37", "000.00.89.H37", day, "other")).endsWith("-0008");
        assertThat(codes.claim("H37", "000.00.89.H37", day, "crashed")).endsWith("-0004");
        assertThat(codes.claim("H37", "000.00.89.H37", day.plusDays(1), "crashed"))
                .endsWith("210609-0004");
        assertThat(counter("000.00.89.H37", day).getList("pending", Document.class))
                .isEmpty();
    }

    @Test
    void a_code_whose_registration_broke_off_halfway_is_made_known() {
        var code = "000.00.92.H37-210612-0007";
        mongo.insert(new Document("_id", "halfway").append("code", code), "codesByDossier");

        assertThat(codes.find(code)).isEmpty();
        assertThat(codes.claim("H37", "000.00.92.H37", LocalDate.of(2021, 6, 12), "halfway"))
                .isEqualTo(code);
        assertThat(codes.find(code))
                .hasValueSatisfying(it -> assertThat(it.dossier()).isEqualTo("halfway"));
    }

    @Test
    void more_than_a_day_holds_widens_the_code() {
        var day = LocalDate.of(2021, 6, 10);
        mongo.insert(
                new Document("_id", CodeStyle.UNIT_FIRST.series("000.00.90.H37", day))
                        .append("next", 9_999L)
                        .append("pending", List.of()),
                "codeCounters");

        assertThat(codes.claim("H37", "000.00.90.H37", day, "wide")).isEqualTo("000.00.90.H37-210610-10000");
    }

    private Document counter(String unit, LocalDate day) {
        return mongo.findById(CodeStyle.UNIT_FIRST.series(unit, day), Document.class, "codeCounters");
    }

    /** Runs all tasks from one starting shot. */
    private static <T> List<T> atOnce(List<? extends Callable<T>> tasks) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(RushTests::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
