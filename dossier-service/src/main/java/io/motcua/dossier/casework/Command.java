package io.motcua.dossier.casework;

import io.motcua.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a dossier; whether it is legal says {@link Transitions#RULES} alone. */
public sealed interface Command {

    record Amend(Applicant applicant, String form) implements Command {}

    record Attach(Attachment attachment) implements Command {}

    record Submit() implements Command {}

    record Accept() implements Command {}

    record Refuse(String reason) implements Command {}

    record RequestSupplement(List<String> items, @Nullable Instant deadline) implements Command {

        public RequestSupplement {
            items = List.copyOf(items);
        }
    }

    record BringSupplement(@Nullable String note) implements Command {}

    record Assign(String unit, @Nullable String officer) implements Command {}

    /** @param purpose {@code FEE}, {@code CHARGE} or {@code OBLIGATION} */
    record DemandPayment(String purpose, Money amount, String description) implements Command {}

    record PutResult(ResultDocument document) implements Command {}

    /** @param signed the result with the leader's signature in it, where the agency's results are signed */
    record Approve(String decisionNumber, @Nullable ResultDocument signed) implements Command {}

    record Stop(String reason) implements Command {}

    record AskWithdrawal(@Nullable String reason) implements Command {}

    record RefuseWithdrawal(String reason) implements Command {}

    record Apologise(String reason, Instant newDueAt) implements Command {}

    /** @param postalItem the post's number of what it was given */
    record Return(ReturnChannel channel, @Nullable String postalItem) implements Command {

        public Return(ReturnChannel channel) {
            this(channel, null);
        }
    }

    record Rate(int stars, @Nullable String comment) implements Command {}

    /**
     * A slip that a decision owed is drawn up.
     *
     * @param entry the history entry of that decision
     */
    record FileSlip(String slip, String entry, Slip.File file) implements Command {}

    /** The clock has something to say. */
    record Remind() implements Command {}

    /** A draft has been left alone for too long; given again when its papers are gone, too. */
    record EraseDraft() implements Command {}

    /** The time to bring papers is over. */
    record ExpireSupplement() implements Command {}

    /** Malware was found in a paper: refused as it came, or found later, when the scanner was back. */
    record Quarantine(String attachment, String component, String sha256, String signature) implements Command {}

    /** The personal data have been kept long enough. */
    record Erase() implements Command {}

    /** A foreign fact: payment-service has confirmed an order. */
    record NotePayment(String order, String demand, Instant paidAt) implements Command {}

    /** A foreign fact: an attempt to pay has failed, the order is still open. */
    record NoteFailedPayment(String order, String demand, String reason, int attempt) implements Command {}
}
