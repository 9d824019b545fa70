package io.motcua.notification.templates;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A resource file: all versions of one template. */
record TemplateFile(String key, Map<String, String> values, List<Version> versions) {
    TemplateFile {
        values = Map.copyOf(values);
        versions = List.copyOf(versions);
    }

    List<Template> templates() {
        var kinds = new TreeMap<String, ValueKind>();
        values.forEach((name, kind) -> kinds.put(name, ValueKind.valueOf(kind.toUpperCase(Locale.ROOT))));
        return versions.stream()
                .map(version -> new Template(
                        key, version.version(), LocalDate.parse(version.validFrom()), kinds, version.wordings()))
                .toList();
    }

    record Version(int version, String validFrom, Words vi, Words en) {
        Map<Language, Wording> wordings() {
            var wordings = new EnumMap<Language, Wording>(Language.class);
            wordings.put(Language.VI, vi.wording());
            wordings.put(Language.EN, en.wording());
            return wordings;
        }
    }

    record Words(String subject, String body, String sms) {
        Wording wording() {
            return new Wording(Text.parse(subject), Text.parse(body), Text.parse(sms));
        }
    }
}
