package io.motcua.notification.templates;

import java.util.Map;

/** What is said to one recipient, for each kind of channel. */
public final class Notice {
    private final Wording wording;
    private final Map<String, ValueKind> kinds;
    private final Map<String, String> values;

    Notice(Wording wording, Map<String, ValueKind> kinds, Map<String, String> values) {
        this.wording = wording;
        this.kinds = kinds;
        this.values = Map.copyOf(values);
    }

    /** One line, whatever the values hold: a line break in a subject would forge mail headers. */
    public String subject() {
        return wording.subject().render(values).replaceAll("\\s+", " ").strip();
    }

    public String body() {
        return wording.body().render(values).strip() + '\n';
    }

    /** At most 160 characters without accents. */
    public String sms() {
        return ShortText.fit(wording.sms(), values, kinds);
    }
}
