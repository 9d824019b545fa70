package io.motcua.catalog.stats;

import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.procedures.ProcedureVersion;
import io.motcua.catalog.procedures.Procedures;
import io.motcua.catalog.schemes.Schemes;
import io.motcua.catalog.stats.Counts.LevelCount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what an agency had in force on a day, by the tiers and levels of that day. */
@Component
public class Statistics {

    private final Agencies agencies;
    private final Procedures procedures;
    private final Schemes schemes;

    Statistics(Agencies agencies, Procedures procedures, Schemes schemes) {
        this.agencies = agencies;
        this.procedures = procedures;
        this.schemes = schemes;
    }

    public Counts of(String agency, LocalDate asOf) {
        agencies.get(agency);
        var inForce = procedures.inForce(agency, asOf);
        return new Counts(
                agency,
                asOf,
                inForce.size(),
                by(inForce, it -> it.content().tier()),
                byLevel(inForce),
                by(inForce, it -> it.content().eligibility().status()),
                coverage(inForce),
                (int) inForce.stream().filter(it -> it.content().sample()).count());
    }

    private Coverage coverage(Collection<ProcedureVersion> inForce) {
        var classification = schemes.current();
        int eligible = 0;
        int fullyOnline = 0;
        int eligibleAndFullyOnline = 0;
        for (var it : inForce) {
            var content = it.content();
            boolean online = classification.fullyOnline(content.levelScheme(), content.levelCode());
            fullyOnline += online ? 1 : 0;
            eligible += content.eligible() ? 1 : 0;
            eligibleAndFullyOnline += online && content.eligible() ? 1 : 0;
        }
        return new Coverage(inForce.size(), eligible, fullyOnline, eligibleAndFullyOnline);
    }

    private static Map<String, Integer> by(
            Collection<ProcedureVersion> versions, Function<ProcedureVersion, String> word) {
        return versions.stream().collect(Collectors.groupingBy(word, TreeMap::new, Collectors.summingInt(_ -> 1)));
    }

    private static List<LevelCount> byLevel(Collection<ProcedureVersion> versions) {
        return versions.stream()
                .collect(Collectors.groupingBy(
                        it -> Map.entry(it.content().levelScheme(), it.content().levelCode()),
                        Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .map(it -> new LevelCount(it.getKey().getKey(), it.getKey().getValue(), it.getValue()))
                .sorted(Comparator.comparing(LevelCount::scheme).thenComparing(LevelCount::level))
                .toList();
    }
}
