package io.motcua.notification.templates;

import io.motcua.events.Money;
import io.motcua.events.Names;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spells the values of a notice in the language of its reader. An absent value is left out. */
public final class Values {
    /** Days and hours are those of the agencies, wherever the server stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter VIETNAMESE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("HH:mm d MMM yyyy", Locale.ENGLISH).withZone(ZONE);

    private final Language language;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Values(Language language) {
        this.language = language;
    }

    public static Values in(Language language) {
        return new Values(language);
    }

    public Values text(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.put(name, text.strip());
        }
        return this;
    }

    public Values list(String name, List<String> items) {
        return text(name, String.join("; ", items));
    }

    public Values time(String name, @Nullable Instant time) {
        return text(name, time == null ? null : (language == Language.VI ? VIETNAMESE : ENGLISH).format(time));
    }

    public Values name(String name, Names names) {
        return text(name, language == Language.VI ? names.vi() : Objects.requireNonNullElse(names.en(), names.vi()));
    }

    public Values money(String name, Money money) {
        var locale = language == Language.VI ? Locale.of("vi", "VN") : Locale.ENGLISH;
        var number = NumberFormat.getIntegerInstance(locale).format(money.amount());
        var dong = language == Language.VI && money.currency().equals("VND");
        return text(name, dong ? number + " đồng" : number + ' ' + money.currency());
    }

    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }
}
