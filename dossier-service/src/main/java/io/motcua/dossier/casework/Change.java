package io.motcua.dossier.casework;

import io.motcua.dossier.deadlines.Pause;
import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.dossier.procedures.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next state of a dossier in the making: a decision names what changes, the rest stays. */
final class Change {

    private final Dossier from;
    private @Nullable String code;
    private Status status;
    private Applicant applicant;
    private Terms terms;
    private String form;
    private List<Attachment> attachments;
    private List<Demand> demands;
    private @Nullable ResultDocument result;
    private @Nullable Assignment assignment;
    private Milestones milestones;
    private @Nullable Reckoning reckoning;
    private List<Status> interrupted;
    private @Nullable SupplementCall supplement;
    private int supplementCalls;
    private @Nullable Apology apology;
    private boolean withdrawn;
    private @Nullable String endReason;
    private @Nullable Rating rating;
    private @Nullable ReturnChannel returnedBy;
    private List<Slip> slips;
    private @Nullable Instant slipsOwedSince;
    private @Nullable Watch watch;
    private @Nullable ApologyDraft apologyDraft;
    private @Nullable Instant erasedAt;
    private @Nullable Lapse lapse;

    Change(Dossier from) {
        this.from = from;
        this.code = from.code();
        this.status = from.status();
        this.applicant = from.applicant();
        this.terms = from.terms();
        this.form = from.form();
        this.attachments = from.attachments();
        this.demands = from.demands();
        this.result = from.result();
        this.assignment = from.assignment();
        this.milestones = from.milestones();
        this.reckoning = from.reckoning();
        this.interrupted = from.interrupted();
        this.supplement = from.supplement();
        this.supplementCalls = from.supplementCalls();
        this.apology = from.apology();
        this.withdrawn = from.withdrawn();
        this.endReason = from.endReason();
        this.rating = from.rating();
        this.returnedBy = from.returnedBy();
        this.slips = from.slips();
        this.slipsOwedSince = from.slipsOwedSince();
        this.watch = from.watch();
        this.apologyDraft = from.apologyDraft();
        this.erasedAt = from.erasedAt();
        this.lapse = from.lapse();
    }

    Dossier done() {
        return new Dossier(
                from.id(),
                from.agency(),
                code,
                status,
                from.channel(),
                from.language(),
                applicant,
                terms,
                form,
                attachments,
                demands,
                result,
                assignment,
                milestones,
                reckoning,
                interrupted,
                supplement,
                supplementCalls,
                apology,
                withdrawn,
                endReason,
                rating,
                returnedBy,
                slips,
                slipsOwedSince,
                watch,
                apologyDraft,
                erasedWhole() ? null : new Alarms(status, milestones, supplement, watch, lapse).next(),
                erasedAt == null ? milestones.finishedAt() : null,
                erasedAt,
                lapse);
    }

    private boolean erasedWhole() {
        return lapse != null && lapse.erased() && attachments.isEmpty();
    }

    Change to(Status next) {
        status = next;
        return this;
    }

    /** Goes to a state from which the dossier comes back to the present one. */
    Change interruptedBy(Status next) {
        interrupted = with(interrupted, status);
        return to(next);
    }

    Change backTo(Status next) {
        interrupted = interrupted.subList(0, interrupted.size() - 1);
        return to(next);
    }

    /**
     * The payment due that a withdrawal has interrupted is settled meanwhile: the dossier will come back to what the
     * payment had interrupted.
     */
    Change comingBackFromPayment() {
        interrupted = interrupted.subList(0, interrupted.size() - 1);
        return this;
    }

    Change content(Applicant nextApplicant, String nextForm) {
        applicant = nextApplicant;
        form = nextForm;
        return this;
    }

    /** A draft lives on from now; what is no draft any more has no such end. */
    Change touched(Office office) {
        lapse = status == Status.DRAFT ? Lapse.since(office.now(), office.keeping()) : null;
        return this;
    }

    Change told(Office office) {
        lapse = lapse == null ? null : lapse.telling(office.now(), office.keeping());
        return this;
    }

    /** What the draft said of a person; the papers follow when their contents are gone. */
    Change draftErased() {
        lapse = lapse == null ? null : lapse.erasing();
        applicant = Applicant.ERASED;
        form = "{}";
        attachments = attachments.stream().map(Attachment::erased).toList();
        return this;
    }

    Change withoutAttachments() {
        attachments = List.of();
        return this;
    }

    Change attached(Attachment attachment) {
        attachments = with(attachments, attachment);
        return this;
    }

    Change detached(String attachment) {
        attachments =
                attachments.stream().filter(it -> !it.id().equals(attachment)).toList();
        return this;
    }

    Change submitted(String claimedCode, Terms pinned, List<Demand> fees, Instant at) {
        code = claimedCode;
        terms = pinned;
        demands = fees;
        lapse = null;
        milestones = milestones.submitted(at);
        return this;
    }

    Change accepted(Reckoning first, Watch over) {
        reckoning = first;
        watch = over;
        milestones = milestones.accepted(first.acceptedAt(), first.dueAt());
        return this;
    }

    /** Before acceptance no clock runs, and none is paused. */
    Change paused(Pause.Cause cause, Instant at) {
        milestones = milestones.acceptedAt() == null ? milestones : milestones.paused(new Pause(cause, at));
        return this;
    }

    Change resumed(Office office) {
        var pause = milestones.pause();
        var before = reckoning;
        if (pause != null && before != null) {
            var calendar = office.calendar(from);
            var extended = before.extended(pause, office.now(), calendar);
            watch = watch == null ? null : Watch.over(extended, watch.said(), calendar, office.leads());
            reckoning = extended;
            milestones = milestones.resumed(extended.dueAt());
        }
        return this;
    }

    Change supplementAsked(SupplementCall call) {
        supplement = call;
        supplementCalls++;
        milestones = supplementCalls == 2 ? milestones.calledAgain(call.askedAt()) : milestones;
        return this;
    }

    Change supplementBrought() {
        supplement = null;
        return this;
    }

    Change assigned(Assignment next) {
        assignment = next;
        return this;
    }

    Change demanded(Demand demand) {
        demands = with(demands, demand);
        return this;
    }

    Change paid(String demand, String order, Instant at) {
        demands = demands.stream()
                .map(it -> it.id().equals(demand) ? it.paidBy(order, at) : it)
                .toList();
        return this;
    }

    Change result(ResultDocument document) {
        result = document;
        return this;
    }

    Change approved(Instant at) {
        apologyDraft = null;
        milestones = milestones.approved(at);
        return this;
    }

    Change returned(Instant at, ReturnChannel channel) {
        returnedBy = channel;
        milestones = milestones.returned(at);
        return this;
    }

    Change withdrawalAsked(@Nullable Instant at) {
        milestones = milestones.withdrawalAsked(at);
        return this;
    }

    Change ended(String reason, boolean onWish, Instant at) {
        endReason = reason;
        withdrawn = onWish;
        interrupted = List.of();
        apologyDraft = null;
        milestones = milestones.ended(at);
        return this;
    }

    Change apologised(Apology next, Office office) {
        apology = next;
        apologyDraft = null;
        watch = watch == null
                ? null
                : watch.again(next.issuedAt(), next.newDueAt(), office.calendar(from), office.leads());
        return this;
    }

    Change reminded(Collection<Alarm> ringing) {
        watch = watch == null ? null : watch.having(ringing);
        return this;
    }

    Change apologyDrafted(ApologyDraft draft) {
        apologyDraft = draft;
        return this;
    }

    Change rated(Rating next) {
        rating = next;
        return this;
    }

    Change erased(Instant at) {
        applicant = applicant.erased();
        form = "{}";
        attachments = attachments.stream().map(Attachment::erased).toList();
        result = result == null ? null : result.erased();
        supplement = null;
        apology = apology == null ? null : apology.erased();
        apologyDraft = null;
        endReason = null;
        rating = rating == null ? null : rating.erased();
        erasedAt = at;
        return this;
    }

    /** The decision brings an official form with it, to be drawn up as soon as it is written. */
    Change issued(SlipForm form, Office office) {
        slips = with(slips, new Slip(office.id("slip-" + form.number()), form, office.now(), null));
        slipsOwedSince = slipsOwedSince == null ? office.now() : slipsOwedSince;
        return this;
    }

    Change filed(String slip, Slip.File file) {
        slips = slips.stream()
                .map(it -> it.id().equals(slip) ? it.filed(file) : it)
                .toList();
        slipsOwedSince = slips.stream()
                .filter(it -> it.file() == null)
                .map(Slip::issuedAt)
                .findFirst()
                .orElse(null);
        return this;
    }

    private static <T> List<T> with(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
