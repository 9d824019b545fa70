package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.dossier.procedures.Channel;
import io.motcua.dossier.procedures.Terms;
import io.motcua.events.dossier.DossierReference;
import io.motcua.platform.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it now stands.
 *
 * @param code from submission on, never changed
 * @param terms what its version of the procedure says; pinned when it is submitted
 * @param form JSON as text: its keys are the procedure's affair, and a store has its own ideas about keys
 * @param reckoning how its due date came about, from acceptance on
 * @param interrupted the states to come back to, innermost last: a supplement or a withdrawal returns whence it came
 * @param supplementCalls how often papers were asked for: the law allows it once
 * @param withdrawn whether it ended because the applicant wanted it back
 * @param endReason why it was refused or stopped
 * @param returnedBy how the result came to the applicant
 * @param slips the official forms, in the order in which they came to be owed
 * @param slipsOwedSince since when one of them is not drawn up; by this those who do it find it
 * @param watch over the due date, from acceptance on; none on what was accepted before there were alarms
 * @param lapse of a draft; none of one that was begun before there was any, until it is touched
 * @param alarmAt when the next alarm rings; by this sweepers find it
 * @param retainedSince since when it has ended and its personal data are kept nevertheless; by this they are found
 * @param erasedAt when they were erased
 */
public record Dossier(
        String id,
        String agency,
        @Nullable String code,
        Status status,
        Channel channel,
        String language,
        Applicant applicant,
        Terms terms,
        String form,
        List<Attachment> attachments,
        List<Demand> demands,
        @Nullable ResultDocument result,
        @Nullable Assignment assignment,
        Milestones milestones,
        @Nullable Reckoning reckoning,
        List<Status> interrupted,
        @Nullable SupplementCall supplement,
        int supplementCalls,
        @Nullable Apology apology,
        boolean withdrawn,
        @Nullable String endReason,
        @Nullable Rating rating,
        @Nullable ReturnChannel returnedBy,
        List<Slip> slips,
        @Nullable Instant slipsOwedSince,
        @Nullable Watch watch,
        @Nullable ApologyDraft apologyDraft,
        @Nullable Instant alarmAt,
        @Nullable Instant retainedSince,
        @Nullable Instant erasedAt,
        @Nullable Lapse lapse) {

    public Dossier {
        attachments = List.copyOf(attachments);
        demands = List.copyOf(demands);
        interrupted = List.copyOf(interrupted);
        // Those that were written before there were slips have none.
        slips = Objects.requireNonNullElse(slips, List.<Slip>of()).stream().toList();
    }

    static Dossier draft(
            String id,
            String agency,
            Channel channel,
            String language,
            Applicant applicant,
            Terms terms,
            String form,
            Lapse lapse) {
        return new Dossier(
                id,
                agency,
                null,
                Status.DRAFT,
                channel,
                language,
                applicant,
                terms,
                form,
                List.of(),
                List.of(),
                null,
                null,
                Milestones.NONE,
                null,
                List.of(),
                null,
                0,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                lapse.tellAt(),
                null,
                null,
                lapse);
    }

    public DossierReference reference() {
        return new DossierReference(id, code, agency, terms.service(), terms.version(), terms.names());
    }

    /** The day that the applicant is told: of the apology, if there was one. */
    public @Nullable Instant appointment() {
        return apology == null ? milestones.dueAt() : apology.newDueAt();
    }

    /**
     * Whether an answer at that time keeps the due date. A second call for papers counts as late (Decree 61/2018), and an
     * apology excuses nothing. What ends while the applicant is waited for is answered as of when the waiting began.
     */
    public boolean onTime(Instant answeredAt) {
        var due = milestones.dueAt();
        var still = milestones.stoodStillAt();
        return supplementCalls <= 1 && (due == null || !(still == null ? answeredAt : still).isAfter(due));
    }

    /**
     * After which instant it is late, if nothing happens to it any more; null if it is answered on time, or not due. What
     * was late stays late from then on, whatever moves the due date later.
     */
    public @Nullable Instant lateAfter() {
        var over = overdueAfter();
        if (supplementCalls <= 1) {
            return over;
        }
        var called = milestones.repeatedCallAt() == null ? milestones.submittedAt() : milestones.repeatedCallAt();
        return over == null || called != null && called.isBefore(over) ? called : over;
    }

    private @Nullable Instant overdueAfter() {
        var due = milestones.dueAt();
        if (due == null) {
            return null;
        }
        if (reckoning != null) {
            var before = reckoning.firstDueAt();
            for (var it : reckoning.extensions()) {
                if (it.pause().from().isAfter(before)) {
                    return before;
                }
                before = it.dueAt();
            }
        }
        var read = Stream.of(milestones.stoodStillAt(), milestones.approvedAt(), milestones.endedAt(), pausedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.MAX);
        return read.isAfter(due) ? due : null;
    }

    private @Nullable Instant pausedAt() {
        return milestones.pause() == null ? null : milestones.pause().from();
    }

    public Optional<Attachment> attachment(String attachmentId) {
        return attachments.stream().filter(it -> it.id().equals(attachmentId)).findFirst();
    }

    /** The ids of all that it has among the contents. */
    public List<String> contents() {
        return Stream.of(
                        attachments.stream().map(Attachment::id),
                        Stream.ofNullable(result).map(ResultDocument::id),
                        slips.stream().map(Slip::file).filter(Objects::nonNull).map(Slip.File::content))
                .flatMap(it -> it)
                .toList();
    }

    /** Throws a problem 410 where something is asked for that is gone. */
    public void requireKept() {
        if (erasedAt != null) {
            throw new Problem(DossierProblem.PERSONAL_DATA_ERASED);
        }
    }

    /** The result as far as it is the party's affair: the applicant's once it is signed. */
    public @Nullable ResultDocument resultFor(Party party) {
        return party.isStaff() || milestones.approvedAt() != null ? result : null;
    }

    /** The slips that are the party's affair: the control slip stays in the office. */
    public List<Slip> slipsFor(Party party) {
        return slips.stream()
                .filter(it -> party.isStaff() || it.form().forApplicant())
                .toList();
    }

    /** The prepared apology is the office's affair until it is given. */
    public @Nullable ApologyDraft apologyDraftFor(Party party) {
        return party.isStaff() ? apologyDraft : null;
    }

    Alarms alarms() {
        return new Alarms(status, milestones, supplement, watch, lapse);
    }

    Optional<Demand> demand(String demandId) {
        return demands.stream().filter(it -> it.id().equals(demandId)).findFirst();
    }

    boolean owesBeforeAcceptance() {
        return demands.stream().anyMatch(it -> it.blocksAcceptance() && !it.paid());
    }

    boolean owes() {
        return demands.stream().anyMatch(it -> !it.paid());
    }

    /** The state to come back to, if this one is an interruption. */
    Optional<Status> cameFrom() {
        return interrupted.isEmpty() ? Optional.empty() : Optional.of(interrupted.getLast());
    }

    Change change() {
        return new Change(this);
    }
}
