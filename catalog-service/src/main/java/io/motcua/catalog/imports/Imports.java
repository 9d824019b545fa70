package io.motcua.catalog.imports;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Applies the good rows of a file and reports on all of them. */
@Component
public class Imports {

    private final Reasons reasons;

    Imports(Reasons reasons) {
        this.reasons = reasons;
    }

    public ImportReport take(Collection<Row> rows, Cause cause, Actor actor, Locale language) {
        int applied = 0;
        int unchanged = 0;
        var rejected = new ArrayList<Rejected>();
        var lineOf = new HashMap<String, Long>();
        for (var row : rows) {
            try {
                var accepted = row.check().get();
                var earlier = lineOf.putIfAbsent(accepted.identity(), row.line());
                if (earlier != null) {
                    throw new RowRefused(new Flaw("", "duplicate-row", earlier));
                }
                switch (accepted.write().by(cause, actor)) {
                    case APPLIED -> applied++;
                    case UNCHANGED -> unchanged++;
                }
            } catch (RowRefused refused) {
                rejected.add(rejected(row.line(), refused.flaws(), language));
            } catch (Problem problem) {
                if (problem.kind() != PlatformProblem.TOO_LARGE) {
                    throw problem;
                }
                rejected.add(rejected(row.line(), List.of(new Flaw("", "too-large")), language));
            }
        }
        return new ImportReport(rows.size(), applied, unchanged, rejected);
    }

    private Rejected rejected(long line, List<Flaw> flaws, Locale language) {
        var details = flaws.stream()
                .map(it -> new Rejected.Detail(it.field(), it.code(), reasons.of(it, language)))
                .distinct()
                .toList();
        var first = details.getFirst();
        return new Rejected(line, first.field(), first.code(), first.reason(), details.subList(1, details.size()));
    }
}
