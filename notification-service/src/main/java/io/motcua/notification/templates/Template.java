package io.motcua.notification.templates;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/**
 * One version of what is said on one occasion.
 *
 * @param key names the occasion
 * @param validFrom the day from which this version is used for new messages
 */
record Template(
        String key, int version, LocalDate validFrom, Map<String, ValueKind> values, Map<Language, Wording> wordings) {
    Template {
        values = Map.copyOf(values);
        wordings = Map.copyOf(wordings);
        for (var language : Language.values()) {
            var wording = wordings.get(language);
            if (wording == null) {
                throw new IllegalArgumentException("Template " + key + " lacks " + language);
            }
            check(key, values, wording.subject());
            check(key, values, wording.body());
            check(key, values, wording.sms());
        }
    }

    Wording wording(Language language) {
        return Objects.requireNonNull(wordings.get(language));
    }

    private static void check(String key, Map<String, ValueKind> values, Text text) {
        var names = new HashSet<>(text.required());
        names.removeIf(name -> values.containsKey(name) && values.get(name) != ValueKind.OPTIONAL);
        text.optional().stream().filter(name -> !values.containsKey(name)).forEach(names::add);
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("Template " + key + " relies on undeclared or optional values " + names);
        }
    }
}
