package io.motcua.dossier.casework;

import io.motcua.dossier.procedures.Terms;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random lives of dossiers, step by step, for those who look on from other features. */
public final class Lives {

    /** No step falls on the second of a due date, where on time and late meet. */
    public static final Instant BEGINNING = Instant.parse("2026-06-01T01:00:07Z");

    /** How a dossier stood from a time on. */
    public record Step(Instant at, long seq, Dossier dossier) {}

    private static final List<LifeModelProperties.Try> BEGUN = List.of(
            LifeModelProperties.Try.SUBMIT,
            LifeModelProperties.Try.PAY_FIRST,
            LifeModelProperties.Try.ACCEPT,
            LifeModelProperties.Try.ASSIGN,
            LifeModelProperties.Try.PUT_RESULT,
            LifeModelProperties.Try.APPROVE);

    private Lives() {}

    /** What is legal of the things tried in turn, with up to a day or two in between. */
    public static List<Step> random(String id, String unit, String service, Random random) {
        var office = new TestOffice();
        var usual = TestOffice.terms(random.nextBoolean() ? List.of() : List.of(TestOffice.fee()));
        office.terms = new Terms(
                service,
                usual.version(),
                usual.names(),
                unit,
                usual.calendar(),
                usual.limit(),
                usual.papers(),
                usual.fees(),
                usual.minimumIdentityLevel());
        var now = BEGINNING.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 20)));
        var dossier = office.at(now).after(office.draft(id), TestOffice.attach("CT01"));
        var steps = new ArrayList<Step>();
        var tries = new ArrayList<>(BEGUN.subList(0, random.nextInt(BEGUN.size() + 1)));
        var all = LifeModelProperties.Try.values();
        for (int more = random.nextInt(14); more > 0; more--) {
            tries.add(all[random.nextInt(all.length)]);
        }
        for (var attempt : tries) {
            now = now.plus(Duration.ofMinutes(random.nextInt(1, random.nextInt(5) == 0 ? 60 * 60 : 60 * 12)));
            office.at(now);
            try {
                var roles = attempt.ordinal() >= LifeModelProperties.Try.EXPIRE.ordinal()
                        ? Set.of(Role.SYSTEM)
                        : TestOffice.ALL;
                var next = Decisions.decide(dossier, LifeModelProperties.command(attempt, dossier, now), roles, office)
                        .next();
                if (!next.equals(dossier)) {
                    dossier = next;
                    steps.add(new Step(now, steps.size() + 1, dossier));
                }
            } catch (Problem refused) {
                // What is not legal has not happened.
                continue;
            }
        }
        return steps;
    }
}
