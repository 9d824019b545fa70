package io.motcua.notification.templates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {values}} and, in brackets, parts that are left out when one of their values is absent:
 * {@code Dossier {code} needs[, by {deadline}]: {items}}.
 */
final class Text {
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    private final List<Part> parts;

    private Text(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Text parse(String source) {
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(source);
        var end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                break;
            }
            var optional = matcher.group(1);
            parts.add(
                    optional == null
                            ? new Part(Objects.requireNonNull(matcher.group(2)), false)
                            : new Part(optional, true));
            end = matcher.end();
        }
        if (end != source.length()) {
            throw new IllegalArgumentException("Brackets do not match: " + source);
        }
        return new Text(parts);
    }

    /** The names that must have a value. */
    Set<String> required() {
        return names(false);
    }

    /** The names that stand only in parts that can be left out. */
    Set<String> optional() {
        var names = names(true);
        names.removeAll(required());
        return names;
    }

    /** How many parts can be left out. */
    int optionalParts() {
        return (int) parts.stream().filter(Part::optional).count();
    }

    String render(Map<String, String> values) {
        return render(values, Integer.MAX_VALUE);
    }

    /** Renders the text with only the first optional parts. */
    String render(Map<String, String> values, int optionalParts) {
        var text = new StringBuilder();
        var left = optionalParts;
        for (var part : parts) {
            if (!part.optional()) {
                text.append(part.render(values));
            } else if (left-- > 0 && values.keySet().containsAll(part.names())) {
                text.append(part.render(values));
            }
        }
        return text.toString();
    }

    private Set<String> names(boolean optional) {
        var names = new LinkedHashSet<String>();
        parts.stream().filter(part -> part.optional() == optional).forEach(part -> names.addAll(part.names()));
        return names;
    }

    private record Part(String source, boolean optional) {
        Set<String> names() {
            var names = new LinkedHashSet<String>();
            VALUE.matcher(source).results().forEach(result -> names.add(result.group(1)));
            return names;
        }

        String render(Map<String, String> values) {
            return VALUE.matcher(source).replaceAll(result -> {
                var value = values.get(result.group(1));
                if (value == null) {
                    throw new IllegalArgumentException("No value for {" + result.group(1) + "}");
                }
                return Matcher.quoteReplacement(value);
            });
        }
    }
}
