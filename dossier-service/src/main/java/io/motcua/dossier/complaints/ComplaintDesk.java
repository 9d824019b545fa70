package io.motcua.dossier.complaints;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Role;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.complaints.Complaint.About;
import io.motcua.dossier.complaints.Complaint.Kind;
import io.motcua.dossier.complaints.Complaint.State;
import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Digest;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Where complaints are filed and answered. */
@Service
public class ComplaintDesk {

    private static final Logger log = LoggerFactory.getLogger(ComplaintDesk.class);
    private static final EntryType FILED = new EntryType("complaint-filed", Audience.PARTIES, false);
    private static final EntryType MOVED = new EntryType("complaint-moved", Audience.PARTIES, false);

    private final Complaints complaints;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final ComplaintSettings settings;
    private final Clock clock;

    ComplaintDesk(
            Complaints complaints, Dossiers dossiers, Procedures procedures, ComplaintSettings settings, Clock clock) {
        this.complaints = complaints;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What somebody says.
     *
     * @param dossier his own; null if it is about the agency
     * @param unit whom it is about, if it is about no dossier
     */
    public record Words(
            Kind kind, @Nullable String dossier, @Nullable String unit, String words, String language) {}

    /**
     * Files a complaint: one of each kind about a dossier, and some on a day about an agency. How many there are is told by
     * the ids that are free, so that the store counts and nobody can be quicker.
     */
    public Snapshot<Complaint> file(String agency, Party party, Cause cause, Words words) {
        procedures.requireAgency(agency);
        var now = clock.instant();
        var about = words.dossier() == null ? null : about(agency, party, words.dossier());
        if (about == null && words.unit() != null) {
            procedures.requireUnit(agency, words.unit());
        }
        for (var id : ids(agency, party, words, now)) {
            var filed = file(id, agency, party, cause, words, about, now);
            // Another one of his may have the id; this one has, if this request had filed it before.
            if (filed.state().cause().equals(cause.value())) {
                return filed;
            }
        }
        if (about != null) {
            throw new Problem(DossierProblem.COMPLAINED_ALREADY);
        }
        throw new Problem(DossierProblem.TOO_MANY_COMPLAINTS, settings.perDay()).retryAfter(untilTomorrow(now));
    }

    /** @throws Problem 404 if there is no such complaint, or none that the party may see */
    public Snapshot<Complaint> read(String agency, String id, Party party) {
        return complaints
                .find(agency, id)
                .filter(it -> !party.roles().isEmpty() || isOf(party, it.state()))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, id));
    }

    /** @param revision on which the party decides, or null if the step does not rest on what was read */
    public Snapshot<Complaint> perform(
            String agency, String id, Party party, Cause cause, @Nullable Long revision, ComplaintStep step) {
        var seen = read(agency, id, party).state();
        var actor = new Actor(party.person(), capacity(seen, step, party).token());
        var decided = complaints.decide(agency, id, cause, actor, revision, snapshot -> {
            if (rules(snapshot.state(), step, party).stream()
                    .noneMatch(it -> it.from().contains(snapshot.state().state()))) {
                throw new Problem(
                        DossierProblem.COMPLAINT_STEP_REFUSED,
                        snapshot.state().state().name());
            }
            if (step instanceof ComplaintStep.TakeUp it) {
                procedures.requireUnit(agency, it.unit());
            }
            return decide(snapshot.state(), step);
        });
        log.info(
                "{} complaint={} agency={} state={} applied={}",
                step.getClass().getSimpleName(),
                id,
                agency,
                decided.snapshot().state().state(),
                decided.applied());
        return decided.snapshot();
    }

    private Decision<Complaint> decide(Complaint complaint, ComplaintStep step) {
        var next = switch (step) { // every case, no default
            case ComplaintStep.TakeUp it -> complaint.takenUpBy(it.unit());
            case ComplaintStep.Reply _ -> complaint.ended(State.ANSWERED, step.answer(), clock.instant());
            case ComplaintStep.Decline _ -> complaint.ended(State.DECLINED, step.answer(), clock.instant());
            case ComplaintStep.Withdraw _ -> complaint.ended(State.WITHDRAWN, null, clock.instant());
        };
        return Decision.of(next, new Fact(MOVED, told(next)));
    }

    /** The role in which the party takes the step. */
    private static Role capacity(Complaint complaint, ComplaintStep step, Party party) {
        var roles = roles(complaint, party);
        return rules(complaint, step, party).stream()
                .flatMap(it -> it.by().stream())
                .filter(roles::contains)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new Problem(PlatformProblem.FORBIDDEN));
    }

    private static List<ComplaintStep.Rule> rules(Complaint complaint, ComplaintStep step, Party party) {
        var roles = roles(complaint, party);
        return ComplaintStep.RULES.stream()
                .filter(it -> it.step() == step.getClass() && it.kinds().contains(complaint.kind()))
                .filter(it -> !Collections.disjoint(it.by(), roles))
                .toList();
    }

    private Snapshot<Complaint> file(
            String id, String agency, Party party, Cause cause, Words words, @Nullable About about, Instant now) {
        var limit = settings.limit(words.kind());
        var complaint = new Complaint(
                id,
                agency,
                words.kind(),
                party.person(),
                cause.value(),
                about,
                about == null ? words.unit() : about.unit(),
                words.words(),
                words.language(),
                State.FILED,
                now,
                Reckoning.of(now, limit, procedures.calendar(agency, "default")),
                null,
                null,
                null);
        var decided = complaints.file(
                complaint,
                cause,
                new Actor(party.person(), Role.APPLICANT.token()),
                Decision.of(complaint, new Fact(FILED, told(complaint))));
        if (decided.applied()) {
            log.info("Filed complaint={} agency={} kind={}", id, agency, words.kind());
        }
        return decided.snapshot();
    }

    /** Nothing of the words: a history cannot be unwritten. */
    private static Map<String, String> told(Complaint complaint) {
        var told = new HashMap<String, String>();
        told.put("kind", complaint.kind().name());
        told.put("state", complaint.state().name());
        if (complaint.about() != null) {
            told.put("dossier", complaint.about().dossier());
        }
        if (complaint.answer() != null && complaint.answer().finding() != null) {
            told.put("finding", complaint.answer().finding().name());
        }
        return told;
    }

    private About about(String agency, Party party, String id) {
        var dossier = dossiers.find(agency, id)
                .map(Snapshot::state)
                .filter(it -> it.applicant().person().equals(party.person()))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, id));
        if (dossier.status() == Status.DRAFT) {
            throw new Problem(DossierProblem.TRANSITION_REFUSED, Status.DRAFT.code());
        }
        return about(dossier);
    }

    private static About about(Dossier dossier) {
        var terms = dossier.terms();
        return new About(
                dossier.id(),
                Objects.requireNonNull(dossier.code(), "what is submitted has a code"),
                terms.unit(),
                terms.service(),
                terms.version());
    }

    private List<String> ids(String agency, Party party, Words words, Instant now) {
        if (words.dossier() != null) {
            return List.of(Digest.shortId(
                    "complaint", words.dossier(), party.person(), words.kind().name()));
        }
        var day = LocalDate.ofInstant(now, WorkingCalendar.VIETNAM).toString();
        return IntStream.range(0, settings.perDay())
                .mapToObj(n -> Digest.shortId("complaint", agency, party.person(), day, Integer.toString(n)))
                .toList();
    }

    private static Duration untilTomorrow(Instant now) {
        var tomorrow = LocalDate.ofInstant(now, WorkingCalendar.VIETNAM)
                .plusDays(1)
                .atStartOfDay(WorkingCalendar.VIETNAM)
                .toInstant();
        return Duration.between(now, tomorrow);
    }

    private static Set<Role> roles(Complaint complaint, Party party) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(party.roles());
        if (isOf(party, complaint)) {
            roles.add(Role.APPLICANT);
        }
        return roles;
    }

    private static boolean isOf(Party party, Complaint complaint) {
        return party.person().equals(complaint.person());
    }

    /** What the party may do now. */
    public Set<Class<? extends ComplaintStep>> available(Complaint complaint, Party party) {
        var roles = roles(complaint, party);
        return ComplaintStep.RULES.stream()
                .filter(it -> it.from().contains(complaint.state())
                        && it.kinds().contains(complaint.kind())
                        && !Collections.disjoint(it.by(), roles))
                .map(ComplaintStep.Rule::step)
                .collect(Collectors.toUnmodifiableSet());
    }
}
