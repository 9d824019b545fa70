package io.motcua.catalog.procedures;

import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.agencies.Agency;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.schemes.Classification;
import io.motcua.events.Money;
import io.motcua.events.TimeLimit;
import io.motcua.events.catalog.ChannelTerms;
import io.motcua.events.catalog.Component;
import io.motcua.events.catalog.Fee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a procedure of one agency fit to be published. Made for one request: what it looks up it remembers, because
 * a file has a thousand rows and a dozen units.
 */
final class Rules {

    private static final List<String> STATUSES = List.of(Eligibility.ELIGIBLE, Eligibility.INELIGIBLE);
    private static final List<String> REASONS =
            List.of("PRESENCE_REQUIRED", "ORIGINAL_SURRENDERED", "ONSITE_INSPECTION", "STATE_SECRET", "LAW_NOT_READY");
    private static final List<String> AUDIENCES = List.of("CITIZEN", "ENTERPRISE", "HOUSEHOLD_BUSINESS");
    private static final List<String> POLICIES = List.of("ANY", "ONLINE_ONLY");

    /** Those that dossier-service can look into. */
    private static final List<String> CONTENT_TYPES = List.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final List<String> STEPS = List.of("SUBMIT", "RECEIVE", "PAY", "PROCESS", "RETURN");
    private static final List<String> CHANNELS = List.of("IN_PERSON", "ONLINE", "POST");
    private static final List<String> LIMIT_UNITS = List.of("HOUR", "WORKING_DAY", "DAY", "MONTH");
    private static final List<String> FEE_KINDS = List.of("FEE", "CHARGE");
    private static final List<String> MOMENTS = List.of("INTAKE", "SUPPLEMENT", "RETURN");
    private static final Pattern COMPONENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    /** No fee of the state is near it; a row that exceeds it has a slipped digit. */
    private static final long HIGHEST_FEE = 10_000_000_000L;

    private final Agency agency;
    private final Classification classification;
    private final Predicate<String> unitKnown;
    private final Predicate<String> calendarKnown;

    Rules(Agency agency, Classification classification, Predicate<String> unitKnown, Predicate<String> calendarKnown) {
        this.agency = agency;
        this.classification = classification;
        this.unitKnown = remembered(unitKnown);
        this.calendarKnown = remembered(calendarKnown);
    }

    static Rules of(Agency agency, Classification classification, Agencies agencies) {
        return new Rules(
                agency,
                classification,
                unit -> agencies.hasUnit(agency.agency(), unit),
                calendar -> agencies.hasCalendar(agency.agency(), calendar));
    }

    String code(Flaws flaws, @Nullable String value) {
        var code = flaws.text("code", value);
        ProcedureCode.check(flaws, "code", code, agency);
        return code;
    }

    /** The procedure, which is fit to be published only if no flaw was found. */
    Procedure check(Flaws flaws, Submission it) {
        var validFrom = flaws.day("validFrom", it.validFrom());
        flaws.period("validTo", validFrom, it.validTo());
        var tier = flaws.text("tier", it.tier());
        classification.checkTier(flaws, "tier", tier, validFrom);
        var scheme = flaws.text("levelScheme", it.levelScheme());
        var level = flaws.text("levelCode", it.levelCode());
        classification.checkLevel(flaws, "levelScheme", scheme, "levelCode", level, validFrom);
        var unit = flaws.text("receivingUnit", it.receivingUnit());
        flaws.addUnless(unit.isEmpty() || unitKnown.test(unit), "receivingUnit", "unknown-unit", unit);
        var calendar = it.calendar() == null ? "default" : flaws.text("calendar", it.calendar());
        flaws.addUnless(calendar.isEmpty() || calendarKnown.test(calendar), "calendar", "unknown-calendar", calendar);
        return new Procedure(
                flaws.names("names", it.names()),
                tier,
                flaws.text("sector", it.sector()),
                words(flaws, "audiences", it.audiences(), AUDIENCES, true),
                scheme,
                level,
                eligibility(flaws, it.eligibility()),
                it.intakePolicy() == null ? "ANY" : flaws.word("intakePolicy", it.intakePolicy(), POLICIES),
                words(flaws, "onlineSteps", it.onlineSteps(), STEPS, false),
                channels(flaws, flaws.list("channels", it.channels()), it.intakePolicy()),
                components(flaws, flaws.list("components", it.components())),
                unit,
                calendar,
                flaws.names("result", it.result()),
                it.minimumIdentityLevel() == null
                        ? 1
                        : whole(flaws, "minimumIdentityLevel", it.minimumIdentityLevel(), 2),
                texts(flaws, "legalBasis", flaws.list("legalBasis", it.legalBasis())),
                validFrom,
                it.validTo(),
                Boolean.TRUE.equals(it.sample()),
                flaws.text("source", it.source()),
                FormSchemas.checked(flaws, it.form()));
    }

    private static Eligibility eligibility(Flaws flaws, Submission.@Nullable EligibilityPart it) {
        if (it == null) {
            flaws.add("eligibility/status", Flaw.REQUIRED);
            return new Eligibility("", null, null, null, null);
        }
        var status = flaws.word("eligibility/status", it.status(), STATUSES);
        var code = flaws.optional("eligibility/reasonCode", it.reasonCode());
        var text = flaws.optional("eligibility/reasonText", it.reasonText());
        if (status.equals(Eligibility.INELIGIBLE)) {
            flaws.addUnless(code != null, "eligibility/reasonCode", "reason-required");
            flaws.addUnless(text != null, "eligibility/reasonText", "reason-required");
        } else if (status.equals(Eligibility.ELIGIBLE)) {
            flaws.addUnless(code == null, "eligibility/reasonCode", "reason-without-cause");
            flaws.addUnless(text == null, "eligibility/reasonText", "reason-without-cause");
        }
        if (code != null) {
            flaws.word("eligibility/reasonCode", code, REASONS);
        }
        return new Eligibility(status, code, text, flaws.optional("eligibility/decision", it.decision()), it.date());
    }

    private static List<ChannelTerms> channels(
            Flaws flaws, List<Submission.ChannelPart> channels, @Nullable String policy) {
        flaws.addUnless(!channels.isEmpty(), "channels", Flaw.REQUIRED);
        var seen = new HashSet<String>();
        var terms = new ArrayList<ChannelTerms>();
        for (int i = 0; i < channels.size(); i++) {
            var it = channels.get(i);
            var at = "channels/" + i;
            var channel = flaws.word(at + "/channel", it.channel(), CHANNELS);
            flaws.addUnless(seen.add(channel), at + "/channel", Flaw.DUPLICATE);
            terms.add(new ChannelTerms(
                    channel,
                    limit(flaws, at + "/limit", it.limit()),
                    fees(flaws, at + "/fees", flaws.list(at + "/fees", it.fees())),
                    flaws.optional(at + "/note", it.note())));
        }
        flaws.addUnless(
                channels.isEmpty() || !"ONLINE_ONLY".equals(policy) || seen.contains("ONLINE"),
                "channels",
                "online-only-without-online");
        return terms;
    }

    private static TimeLimit limit(Flaws flaws, String at, Submission.@Nullable LimitPart it) {
        if (it == null) {
            flaws.add(at, Flaw.REQUIRED);
            return new TimeLimit(0, "");
        }
        return new TimeLimit(
                whole(flaws, at + "/amount", it.amount(), 1_000), flaws.word(at + "/unit", it.unit(), LIMIT_UNITS));
    }

    private static List<Fee> fees(Flaws flaws, String at, List<Submission.FeePart> parts) {
        var fees = new ArrayList<Fee>();
        for (int i = 0; i < parts.size(); i++) {
            var it = parts.get(i);
            var here = at + "/" + i;
            fees.add(new Fee(
                    flaws.word(here + "/kind", it.kind(), FEE_KINDS),
                    flaws.text(here + "/name", it.name()),
                    money(flaws, here + "/amount", it.amount()),
                    flaws.word(here + "/collectAt", it.collectAt(), MOMENTS),
                    flaws.optional(here + "/note", it.note())));
        }
        return fees;
    }

    private static Money money(Flaws flaws, String at, Submission.@Nullable MoneyPart it) {
        if (it == null) {
            flaws.add(at, Flaw.REQUIRED);
            return Money.dong(0);
        }
        flaws.word(at + "/currency", it.currency(), List.of("VND"));
        var amount = it.amount();
        if (amount == null) {
            flaws.add(at + "/amount", Flaw.REQUIRED);
        } else if (amount.signum() < 0
                || amount.stripTrailingZeros().scale() > 0
                || amount.compareTo(BigDecimal.valueOf(HIGHEST_FEE)) > 0) {
            flaws.add(at + "/amount", "whole-dong", amount.toString());
        } else {
            return Money.dong(amount.longValueExact());
        }
        return Money.dong(0);
    }

    private static List<Component> components(Flaws flaws, List<Submission.ComponentPart> parts) {
        var seen = new HashSet<String>();
        var components = new ArrayList<Component>();
        for (int i = 0; i < parts.size(); i++) {
            var it = parts.get(i);
            var at = "components/" + i;
            var id = flaws.text(at + "/id", it.id(), COMPONENT_ID);
            flaws.addUnless(seen.add(id), at + "/id", Flaw.DUPLICATE);
            components.add(new Component(
                    id,
                    flaws.text(at + "/name", it.name()),
                    it.originals() == null ? 0 : whole(flaws, at + "/originals", it.originals(), 99),
                    it.copies() == null ? 0 : whole(flaws, at + "/copies", it.copies(), 99),
                    !Boolean.FALSE.equals(it.required()),
                    it.contentTypes() == null
                            ? null
                            : words(flaws, at + "/contentTypes", it.contentTypes(), CONTENT_TYPES, true)));
        }
        return components;
    }

    private static List<String> words(
            Flaws flaws, String field, @Nullable List<String> values, List<String> allowed, boolean required) {
        var list = flaws.list(field, values);
        flaws.addUnless(!required || !list.isEmpty(), field, Flaw.REQUIRED);
        for (int i = 0; i < list.size(); i++) {
            flaws.word(field + "/" + i, list.get(i), allowed);
        }
        flaws.addUnless(Set.copyOf(list).size() == list.size(), field, Flaw.DUPLICATE);
        return list;
    }

    private static List<String> texts(Flaws flaws, String field, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            flaws.text(field + "/" + i, values.get(i));
        }
        return values;
    }

    private static int whole(Flaws flaws, String field, @Nullable BigDecimal value, int highest) {
        if (value == null) {
            flaws.add(field, Flaw.REQUIRED);
            return 0;
        }
        if (value.signum() < 0
                || value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
            flaws.add(field, "whole-number", value.toString(), highest);
            return 0;
        }
        return value.intValueExact();
    }

    private static Predicate<String> remembered(Predicate<String> slow) {
        Map<String, Boolean> known = new HashMap<>();
        return it -> known.computeIfAbsent(it, slow::test);
    }
}
