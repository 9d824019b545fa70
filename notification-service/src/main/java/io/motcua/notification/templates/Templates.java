package io.motcua.notification.templates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All templates in all their versions. */
public final class Templates {
    private static final Comparator<Template> BY_AGE =
            Comparator.comparing(Template::validFrom).thenComparingInt(Template::version);

    private final Map<String, List<Template>> byKey;

    Templates(List<Template> templates) {
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("There are no templates");
        }
        var byKey = new TreeMap<String, List<Template>>();
        var seen = new HashMap<String, Template>();
        for (var template : templates) {
            if (seen.put(template.key() + '/' + template.version(), template) != null) {
                throw new IllegalArgumentException(
                        "Template " + template.key() + " has version " + template.version() + " twice");
            }
            byKey.merge(template.key(), List.of(template), Templates::both);
        }
        this.byKey = byKey;
    }

    public Set<String> keys() {
        return Set.copyOf(byKey.keySet());
    }

    /** The version that a message written on a day follows. */
    public int inForce(String key, LocalDate day) {
        return versions(key).stream()
                .filter(template -> !template.validFrom().isAfter(day))
                .max(BY_AGE)
                .orElseThrow(() -> new IllegalArgumentException("No template " + key + " in force on " + day))
                .version();
    }

    /** What a version of a template says with the given values; they are spelled in that language already. */
    public Notice notice(String key, int version, Language language, Map<String, String> values) {
        var template = versions(key).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + version + " of template " + key));
        return new Notice(template.wording(language), template.values(), values);
    }

    List<Template> all() {
        return byKey.values().stream().flatMap(List::stream).toList();
    }

    private List<Template> versions(String key) {
        return Objects.requireNonNullElse(byKey.get(key), List.of());
    }

    private static List<Template> both(List<Template> some, List<Template> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
