package io.motcua.notification.messages;

import static io.motcua.notification.messages.MessageStatus.ABANDONED;
import static io.motcua.notification.messages.MessageStatus.PENDING;
import static io.motcua.notification.messages.MessageStatus.SENDING;
import static io.motcua.notification.messages.MessageStatus.SENT;

import io.motcua.notification.messages.Command.Claim;
import io.motcua.notification.messages.Command.Confirm;
import io.motcua.notification.messages.Command.GiveUp;
import io.motcua.notification.messages.Command.Postpone;
import io.motcua.notification.messages.Rule.Guard;
import java.util.List;

/**
 * The only place that says what may become of a message. Every pair of state and command has a rule: a sender may come
 * late with its news, and that a message was sent is true whoever has claimed or given it up meanwhile.
 */
final class Rules {
    static final List<Rule> RULES = List.of(
            new Rule(PENDING, Claim.class, Guard.DUE, SENDING),
            new Rule(PENDING, Confirm.class, Guard.ALWAYS, SENT),
            new Rule(PENDING, Postpone.class, Guard.NEVER, PENDING),
            new Rule(PENDING, GiveUp.class, Guard.DUE, ABANDONED),
            new Rule(SENDING, Claim.class, Guard.DUE, SENDING),
            new Rule(SENDING, Confirm.class, Guard.ALWAYS, SENT),
            new Rule(SENDING, Postpone.class, Guard.HOLDER, PENDING),
            new Rule(SENDING, GiveUp.class, Guard.HOLDER, ABANDONED),
            new Rule(SENT, Claim.class, Guard.NEVER, SENT),
            new Rule(SENT, Confirm.class, Guard.NEVER, SENT),
            new Rule(SENT, Postpone.class, Guard.NEVER, SENT),
            new Rule(SENT, GiveUp.class, Guard.NEVER, SENT),
            new Rule(ABANDONED, Claim.class, Guard.NEVER, ABANDONED),
            new Rule(ABANDONED, Confirm.class, Guard.ALWAYS, SENT),
            new Rule(ABANDONED, Postpone.class, Guard.NEVER, ABANDONED),
            new Rule(ABANDONED, GiveUp.class, Guard.NEVER, ABANDONED));

    private Rules() {}

    static Rule of(MessageStatus status, Command command) {
        return RULES.stream()
                .filter(rule -> rule.from() == status && rule.command() == command.getClass())
                .findFirst()
                .orElseThrow();
    }
}
