package io.motcua.dossier.transfer;

import io.motcua.dossier.casework.Applicant;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.casework.Transferred;
import io.motcua.dossier.codes.DossierCode;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.identity.PersonalId;
import io.motcua.dossier.identity.TaxCode;
import io.motcua.dossier.procedures.Channel;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.dossier.procedures.Terms;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a row as an open dossier, with all that is wrong with it. */
@Component
class Reading {

    private static final int LONGEST = 500;
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Procedures procedures;
    private final PersonKeys persons;
    private final States states;
    private final Clock clock;

    Reading(Procedures procedures, PersonKeys persons, States states, Clock clock) {
        this.procedures = procedures;
        this.persons = persons;
        this.states = states;
        this.clock = clock;
    }

    /** @throws RowRefused with all that is wrong */
    Transferred read(String agency, Table.Row row) {
        var cells = row.cells();
        if (cells == null) {
            throw new RowRefused("", "row-malformed");
        }
        var flaws = new RowRefused.Collected();
        Table.REQUIRED.stream().filter(it -> !cells.containsKey(it)).forEach(it -> flaws.add(it, "row-required"));
        cells.forEach((column, text) -> {
            if (text.length() > LONGEST) {
                flaws.add(column, "row-long", LONGEST);
            }
        });
        flaws.refuseIfAny();
        var status = status(cells, flaws);
        var submittedAt = moment(cells, "submittedAt", flaws);
        var acceptedAt = moment(cells, "acceptedAt", flaws);
        var dueAt = moment(cells, "dueAt", flaws);
        order(status, submittedAt, acceptedAt, dueAt, flaws);
        code(cells, flaws);
        numbers(cells, flaws);
        var channel = channel(cells, flaws);
        var terms = channel == null ? null : terms(agency, cells, channel, flaws);
        var unit = cells.get("unit");
        if (unit != null) {
            try {
                procedures.requireUnit(agency, unit);
            } catch (Problem e) {
                refusal(e, "unit", "row-unit-unknown", unit, flaws);
            }
        } else if (status == Status.PROCESSING) {
            flaws.add("unit", "row-required");
        }
        var language = cells.getOrDefault("language", "vi");
        if (!language.equals("vi") && !language.equals("en")) {
            flaws.add("language", "row-choice", language, "vi, en");
        }
        flaws.refuseIfAny();
        if (status == null || channel == null || terms == null || submittedAt == null) {
            throw new IllegalStateException("a row without a flaw is complete");
        }
        return new Transferred(
                cells.getOrDefault("number", ""),
                DossierCode.normal(cells.getOrDefault("code", "")),
                status,
                channel,
                language,
                applicant(cells),
                terms,
                submittedAt,
                acceptedAt,
                dueAt,
                unit);
    }

    private @Nullable Status status(Map<String, String> cells, RowRefused.Collected flaws) {
        var word = cells.getOrDefault("status", "");
        var known = states.of(word);
        if (known.isEmpty()) {
            flaws.add("status", "row-status-unknown", word);
        } else if (!Transferred.STATES.contains(known.get())) {
            flaws.add("status", "row-status", known.get().names().vi());
        }
        return known.orElse(null);
    }

    /** With an offset, or as clocks in Vietnam show it; a day alone ends with its last minute. */
    private static @Nullable Instant moment(Map<String, String> cells, String column, RowRefused.Collected flaws) {
        var text = cells.get(column);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T'))
                        .atZone(WorkingCalendar.VIETNAM)
                        .toInstant();
            } catch (DateTimeException e) {
                flaws.add(column, "row-moment", text);
                return null;
            }
        }
    }

    private void order(
            @Nullable Status status,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant dueAt,
            RowRefused.Collected flaws) {
        var now = clock.instant();
        var accepted = status == Status.ACCEPTED || status == Status.PROCESSING;
        if (accepted && acceptedAt == null) {
            flaws.add("acceptedAt", "row-required");
        }
        if (accepted && dueAt == null) {
            flaws.add("dueAt", "row-required");
        }
        if (status == Status.SUBMITTED && (acceptedAt != null || dueAt != null)) {
            flaws.add("acceptedAt", "row-not-accepted");
        }
        if (submittedAt != null && submittedAt.isAfter(now)) {
            flaws.add("submittedAt", "row-future");
        }
        if (acceptedAt != null && acceptedAt.isAfter(now)) {
            flaws.add("acceptedAt", "row-future");
        }
        if (acceptedAt != null && submittedAt != null && acceptedAt.isBefore(submittedAt)) {
            flaws.add("acceptedAt", "row-order");
        }
        if (acceptedAt != null && dueAt != null && !dueAt.isAfter(acceptedAt)) {
            flaws.add("dueAt", "row-order");
        }
    }

    /** Of today's codes our own counters go on: one of them would be given twice. */
    private void code(Map<String, String> cells, RowRefused.Collected flaws) {
        var code = DossierCode.normal(cells.getOrDefault("code", ""));
        if (!DossierCode.isOne(code)) {
            flaws.add("code", "row-code", code);
            return;
        }
        var digits = code.split("-")[1];
        try {
            var day = digits.length() == 6
                    ? LocalDate.parse(digits, SHORT_DAY)
                    : LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            if (!day.isBefore(today())) {
                flaws.add("code", "row-code-of-today", code);
            }
        } catch (DateTimeException e) {
            flaws.add("code", "row-code", code);
        }
    }

    private void numbers(Map<String, String> cells, RowRefused.Collected flaws) {
        PersonalId.flaw(cells.getOrDefault("personalId", ""), today())
                .ifPresent(it -> flaws.add("personalId", it.code()));
        Optional.ofNullable(cells.get("taxCode"))
                .flatMap(it -> TaxCode.flaw(it, today()))
                .ifPresent(it -> flaws.add("taxCode", it.code()));
    }

    private static @Nullable Channel channel(Map<String, String> cells, RowRefused.Collected flaws) {
        var word = cells.getOrDefault("channel", Channel.IN_PERSON.name());
        var channel = Arrays.stream(Channel.values())
                .filter(it -> it.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (channel.isEmpty()) {
            flaws.add(
                    "channel",
                    "row-choice",
                    word,
                    String.join(
                            ", ",
                            Arrays.stream(Channel.values()).map(Enum::name).toList()));
        }
        return channel.orElse(null);
    }

    /** Those in force today: under them the work goes on. */
    private @Nullable Terms terms(
            String agency, Map<String, String> cells, Channel channel, RowRefused.Collected flaws) {
        var service = cells.getOrDefault("service", "");
        try {
            return procedures.terms(agency, service, channel, today());
        } catch (Problem e) {
            refusal(e, "service", "row-service", service, flaws);
            return null;
        }
    }

    /** What this service does not know yet is nobody's mistake. */
    private static void refusal(Problem e, String field, String code, String value, RowRefused.Collected flaws) {
        if (e.kind() == PlatformProblem.NOT_READY) {
            throw e;
        }
        flaws.add(field, code, value);
    }

    private Applicant applicant(Map<String, String> cells) {
        var personalId = cells.getOrDefault("personalId", "");
        return new Applicant(
                persons.of(personalId),
                cells.get("name"),
                personalId,
                cells.get("taxCode"),
                cells.get("email"),
                cells.get("phone"),
                cells.get("address"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.VIETNAM);
    }
}
