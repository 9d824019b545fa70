package io.motcua.dossier.deadlines;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A reckoning in words, a line a step, as an officer would explain it at the counter. */
public final class Wording {

    private static final ResourceBundle.Control ALONE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm");

    /** @param language English, or else Vietnamese */
    public Wording(Locale language, ZoneId zone) {
        this.locale = Locale.of(language.getLanguage().equals("en") ? "en" : "vi");
        this.texts = ResourceBundle.getBundle("io.motcua.dossier.deadlines.wording", locale, ALONE);
        this.zone = zone;
        this.day = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy", locale);
    }

    public List<String> of(Reckoning reckoning) {
        var lines = new ArrayList<String>();
        lines.add(say("accepted", moment(reckoning.acceptedAt())));
        lines.add(limit(reckoning.limit()));
        reckoning.steps().forEach(it -> lines.add(step(it, reckoning.limit().unit())));
        lines.add(say("due", moment(reckoning.firstDueAt())));
        for (var extension : reckoning.extensions()) {
            var pause = extension.pause();
            lines.add(say(
                    "paused." + pause.cause(),
                    moment(pause.from()),
                    moment(extension.until()),
                    amount(extension.lostMinutes())));
            extension.steps().forEach(it -> lines.add(step(it, TimeLimit.Unit.HOUR)));
            lines.add(say(extension.steps().isEmpty() ? "stays" : "due-again", moment(extension.dueAt())));
        }
        return List.copyOf(lines);
    }

    /** For a pause that is not over. */
    public String waiting(Pause pause) {
        return say("waiting." + pause.cause(), moment(pause.from()));
    }

    public String askedAgain(int calls) {
        return say("asked-again", calls);
    }

    public String apologised(Instant newDueAt) {
        return say("apologised", moment(newDueAt));
    }

    /** How much is left, or how late it is. */
    public String of(Distance distance) {
        var parts = new ArrayList<String>();
        if (distance.workingDays() > 0) {
            parts.add(say("working-days", distance.workingDays()));
        }
        if (distance.minutes() > 0 || parts.isEmpty()) {
            parts.add(amount(distance.minutes()));
        }
        return say(distance.late() ? "late" : "left", String.join(" ", parts));
    }

    private String limit(TimeLimit limit) {
        return limit.sameDay() ? say("limit.SAME_DAY") : say("limit." + limit.unit(), limit.amount());
    }

    private String step(Step step, TimeLimit.Unit unit) {
        var answer = step.kind() == Step.Kind.COUNTED && step.counted() == 0;
        var counted = unit == TimeLimit.Unit.HOUR ? amount(step.counted()) : say("counted." + unit, step.counted());
        return "- " + say("step." + (answer ? "SAME_DAY" : step.kind()), period(step), counted, name(step));
    }

    private String period(Step step) {
        var from = ZonedDateTime.ofInstant(step.from(), zone);
        var last = ZonedDateTime.ofInstant(step.to().minusNanos(1), zone);
        if (!from.toLocalDate().equals(last.toLocalDate())) {
            return day.format(from) + " – " + day.format(last);
        }
        return switch (step.kind()) {
            case CLOSED, DAY_OFF -> day.format(from);
            case COUNTED, FIRST_DAY, NOT_OPEN, TOO_LATE, MOVED, STATED ->
                day.format(from) + " " + time.format(from) + "–" + time(step.to());
        };
    }

    private String time(Instant to) {
        var end = time.format(ZonedDateTime.ofInstant(to, zone));
        return end.equals("00:00") ? "24:00" : end;
    }

    private String name(Step step) {
        var name = step.name();
        if (name == null) {
            return "";
        }
        return ": " + (locale.getLanguage().equals("en") && name.en() != null ? name.en() : name.vi());
    }

    private String amount(long minutes) {
        var hours = minutes / 60;
        var rest = minutes % 60;
        if (hours == 0) {
            return say("minutes", rest);
        }
        return rest == 0 ? say("hours", hours) : say("hours", hours) + " " + say("minutes", rest);
    }

    private String moment(Instant at) {
        var local = ZonedDateTime.ofInstant(at, zone);
        return time.format(local) + " " + day.format(local);
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
