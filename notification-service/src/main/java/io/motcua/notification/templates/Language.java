package io.motcua.notification.templates;

import java.util.Locale;

/** The languages in which every template is written. */
public enum Language {
    VI,
    EN;

    /**
     * Vietnamese is the official language, so it is also the answer to a language that nobody has written templates
     * in.
     */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : VI;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
