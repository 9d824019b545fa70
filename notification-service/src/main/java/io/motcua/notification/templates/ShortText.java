package io.motcua.notification.templates;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes a text fit one SMS. Accented Vietnamese would halve the room to 70 characters, so letters lose their marks; the
 * signs that GSM 03.38 counts twice or does not know are replaced.
 */
final class ShortText {
    static final int LIMIT = 160;

    /** A free value shorter than this says nothing any more. */
    private static final int LEAST = 20;

    private static final String CUT = "...";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8,}");
    private static final Map<Character, String> SPELLED = Map.ofEntries(
            Map.entry('đ', "d"),
            Map.entry('Đ', "D"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('`', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('…', "..."),
            Map.entry('[', "("),
            Map.entry(']', ")"),
            Map.entry('{', "("),
            Map.entry('}', ")"),
            Map.entry('\\', "/"),
            Map.entry('|', "/"),
            Map.entry('~', "-"),
            Map.entry('^', " "));

    private ShortText() {}

    /**
     * Renders a text into one SMS: free values are shortened first, then the last optional parts go, because a deadline
     * weighs more than the end of an officer's sentence. What is still too long is cut.
     */
    static String fit(Text text, Map<String, String> values, Map<String, ValueKind> kinds) {
        var plain = new HashMap<String, String>();
        values.forEach((name, value) ->
                plain.put(name, plain(kinds.get(name) == ValueKind.FREE ? withoutLongNumbers(value) : value)));
        var fitted = "";
        for (var parts = text.optionalParts(); parts >= 0; parts--) {
            fitted = shortened(text, parts, plain, kinds);
            if (fitted.length() <= LIMIT) {
                return fitted;
            }
        }
        return cut(fitted, LIMIT);
    }

    private static String shortened(Text text, int parts, Map<String, String> values, Map<String, ValueKind> kinds) {
        var plain = new HashMap<>(values);
        var fitted = plain(text.render(plain, parts));
        for (var value : plain.entrySet()) {
            var excess = fitted.length() - LIMIT;
            if (excess > 0 && kinds.get(value.getKey()) == ValueKind.FREE) {
                var length = Math.max(LEAST, value.getValue().length() - excess);
                value.setValue(cut(value.getValue(), length));
                fitted = plain(text.render(plain, parts));
            }
        }
        return fitted;
    }

    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .strip()
                .chars()
                .forEach(each -> plain.append(spelled((char) each)));
        return plain.toString();
    }

    private static String withoutLongNumbers(String text) {
        return LONG_NUMBER.matcher(text).replaceAll("***");
    }

    private static String spelled(char letter) {
        var spelled = SPELLED.get(letter);
        if (spelled != null) {
            return spelled;
        }
        if (Character.isWhitespace(letter)) {
            return " ";
        }
        return letter < ' ' || letter > '~' ? "?" : String.valueOf(letter);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, length - CUT.length()).stripTrailing() + CUT;
    }
}
