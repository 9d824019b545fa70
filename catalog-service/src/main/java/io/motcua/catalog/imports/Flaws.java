package io.motcua.catalog.imports;

import io.motcua.events.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with one row, so that its author can mend all of it at once. */
public final class Flaws {

    /** A language tag, a source, a note: long enough for any decree's title, short enough for any page. */
    private static final int LONGEST_TEXT = 2_000;

    private final List<Flaw> found = new ArrayList<>();

    public void add(String field, String code, Object... args) {
        found.add(new Flaw(field, code, args));
    }

    public void addUnless(boolean fine, String field, String code, Object... args) {
        if (!fine) {
            add(field, code, args);
        }
    }

    /** The text, or an empty one and a flaw. */
    public String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            add(field, Flaw.REQUIRED);
            return "";
        }
        if (value.length() > LONGEST_TEXT) {
            add(field, "too-long", LONGEST_TEXT);
        }
        return value.strip();
    }

    /** The text, which must match; absent it is a flaw too. */
    public String text(String field, @Nullable String value, Pattern pattern) {
        var text = text(field, value);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            add(field, Flaw.FORMAT, text);
        }
        return text;
    }

    /** The text or nothing; never blank. */
    public @Nullable String optional(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : text(field, value);
    }

    /** One of the allowed words. */
    public String word(String field, @Nullable String value, Collection<String> allowed) {
        var text = text(field, value);
        if (!text.isEmpty() && !allowed.contains(text)) {
            add(field, Flaw.UNKNOWN_VALUE, text, String.join(", ", allowed));
        }
        return text;
    }

    /** The day, or the end of time and a flaw. */
    public LocalDate day(String field, @Nullable LocalDate value) {
        if (value == null) {
            add(field, Flaw.REQUIRED);
            return LocalDate.MAX;
        }
        return value;
    }

    /** A last day must not lie before its first. */
    public void period(String field, LocalDate from, @Nullable LocalDate to) {
        addUnless(to == null || from.equals(LocalDate.MAX) || !to.isBefore(from), field, Flaw.PERIOD);
    }

    /** Names in the languages of the platform, at least the official one. */
    public Names names(String field, @Nullable Names value) {
        if (value == null) {
            add(field, Flaw.REQUIRED);
            return new Names("", null);
        }
        return new Names(text(field + "/vi", value.vi()), optional(field + "/en", value.en()));
    }

    /** The values, or none; a null among them is a flaw. */
    public <T> List<T> list(String field, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        var given = values.stream().filter(Objects::nonNull).toList();
        addUnless(given.size() == values.size(), field, Flaw.REQUIRED);
        return given;
    }

    public List<Flaw> found() {
        return List.copyOf(found);
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /** @throws RowRefused if anything is wrong */
    public void refuseIfAny() {
        if (any()) {
            throw new RowRefused(found);
        }
    }
}
