package io.motcua.platform.openapi;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.ProblemKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The types of problems that a service may answer, with their statuses: the platform's and its own. */
final class SaidProblems {

    private SaidProblems() {}

    /** @param packages in which the service lies */
    static SortedMap<String, Integer> in(List<String> packages) {
        var kinds = new ClassPathScanningCandidateComponentProvider(false);
        kinds.addIncludeFilter(new AssignableTypeFilter(ProblemKind.class));
        var own = packages.stream()
                .flatMap(it -> kinds.findCandidateComponents(it).stream())
                .map(it -> ClassUtils.resolveClassName(Objects.requireNonNull(it.getBeanClassName()), null))
                .flatMap(it -> Arrays.stream(it.getEnumConstants()));
        var said = new TreeMap<String, Integer>();
        Stream.concat(Arrays.stream(PlatformProblem.values()), own)
                .map(ProblemKind.class::cast)
                .forEach(it -> said.put(it.slug(), it.status()));
        return said;
    }
}
