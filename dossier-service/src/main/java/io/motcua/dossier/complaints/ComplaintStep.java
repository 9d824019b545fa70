package io.motcua.dossier.complaints;

import io.motcua.dossier.casework.Role;
import io.motcua.dossier.complaints.Complaint.Answer;
import io.motcua.dossier.complaints.Complaint.Finding;
import io.motcua.dossier.complaints.Complaint.Kind;
import io.motcua.dossier.complaints.Complaint.State;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be done with a complaint, and by whom: the one table of it. */
public sealed interface ComplaintStep {

    /** An office takes it up. */
    record TakeUp(String unit) implements ComplaintStep {}

    record Reply(Finding finding, String words) implements ComplaintStep {}

    /** It is not for this agency, or not for anybody. */
    record Decline(String reason) implements ComplaintStep {}

    record Withdraw() implements ComplaintStep {}

    /** @param kinds of complaints with which it may be done */
    record Rule(Set<State> from, Class<? extends ComplaintStep> step, State to, Set<Kind> kinds, Set<Role> by) {}

    Set<Kind> ALL = Set.of(Kind.values());
    Set<State> OPEN = Set.of(State.FILED, State.IN_HANDLING);

    List<Rule> RULES = List.of(
            new Rule(
                    OPEN,
                    TakeUp.class,
                    State.IN_HANDLING,
                    ALL,
                    Set.of(Role.RECEPTIONIST, Role.SPECIALIST, Role.LEADER)),
            new Rule(
                    Set.of(State.IN_HANDLING),
                    Reply.class,
                    State.ANSWERED,
                    Set.of(Kind.FEEDBACK, Kind.PROPOSAL),
                    Set.of(Role.SPECIALIST, Role.LEADER)),
            // Whose act is complained of does not answer himself.
            new Rule(
                    Set.of(State.IN_HANDLING),
                    Reply.class,
                    State.ANSWERED,
                    Set.of(Kind.COMPLAINT),
                    Set.of(Role.LEADER)),
            new Rule(OPEN, Decline.class, State.DECLINED, ALL, Set.of(Role.LEADER)),
            new Rule(OPEN, Withdraw.class, State.WITHDRAWN, ALL, Set.of(Role.APPLICANT)));

    /** The answer that it carries, if any. */
    default @Nullable Answer answer() {
        return switch (this) {
            case Reply it -> new Answer(it.finding(), it.words());
            case Decline it -> new Answer(null, it.reason());
            case TakeUp _, Withdraw _ -> null;
        };
    }
}
