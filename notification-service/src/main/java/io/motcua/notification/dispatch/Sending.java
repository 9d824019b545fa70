package io.motcua.notification.dispatch;

import io.motcua.notification.channels.Carrier;
import io.motcua.notification.channels.Outcome;
import io.motcua.notification.channels.Parcel;
import io.motcua.notification.messages.AttemptOutcome;
import io.motcua.notification.messages.Command;
import io.motcua.notification.messages.Contact;
import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.Messages;
import io.motcua.notification.templates.Language;
import io.motcua.notification.templates.Templates;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.privacy.Envelopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * One attempt to send one message: claim it, hand it over, write down how it went. A crash between the last two leaves
 * the claim behind; when it has run out, the message is sent once more.
 */
final class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Messages messages;
    private final Templates templates;
    private final Envelopes envelopes;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Supplier<String> claimNames;
    private final RetryTemplate writing;

    Sending(
            Messages messages,
            Templates templates,
            Envelopes envelopes,
            DispatchSettings settings,
            Clock clock,
            Supplier<String> claimNames) {
        this.messages = messages;
        this.templates = templates;
        this.envelopes = envelopes;
        this.settings = settings;
        this.clock = clock;
        this.claimNames = claimNames;
        // A store that is away for a moment must not make a message that was sent look as if it was not.
        this.writing = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(Duration.ofMillis(200))
                .multiplier(2)
                .maxDelay(Duration.ofSeconds(5))
                .timeout(settings.lease())
                .build());
    }

    void attempt(Carrier carrier, Snapshot<Message> found) {
        var now = clock.instant();
        var claim = new Command.Claim(claimNames.get(), now, now.plus(settings.lease()));
        messages.claim(found.agency(), found.id(), claim)
                .ifPresent(message -> conclude(found, message, claim, carry(carrier, found.id(), message, claim)));
    }

    /** A channel that has been down for as long as anybody would try takes its messages with it. */
    void abandon(Snapshot<Message> found) {
        var giveUp =
                new Command.GiveUp(claimNames.get(), clock.instant(), AttemptOutcome.NOT_TRIED, "CHANNEL_UNAVAILABLE");
        write(found, giveUp);
    }

    private Outcome carry(Carrier carrier, String id, Message message, Command.Claim claim) {
        try {
            var address = envelopes
                    .open(message.to().contact(), Contact.class)
                    .address(message.channel())
                    .orElse("");
            var content = message.content();
            var language = Language.of(content.language());
            var notice = templates.notice(content.template(), content.version(), language, content.values());
            // An instance that was held up between claim and here may meet another one's claim.
            if (clock.instant().plus(carrier.timeLimit()).isAfter(claim.until())) {
                return new Outcome.NotTried("CLAIM_TOO_OLD");
            }
            return carrier.carry(new Parcel(id, address, language, notice));
        } catch (RuntimeException unwritable) {
            // Its message may quote what was sealed, so only its kind is told.
            log.warn(
                    "Message {} cannot be written: {}",
                    id,
                    unwritable.getClass().getName());
            return new Outcome.Failed("UNWRITABLE");
        }
    }

    private void conclude(Snapshot<Message> found, Message message, Command.Claim claim, Outcome outcome) {
        var now = clock.instant();
        var by = claim.by();
        write(
                found,
                switch (outcome) {
                    case Outcome.Delivered() -> new Command.Confirm(by, now);
                    case Outcome.Refused(var reason) -> new Command.GiveUp(by, now, AttemptOutcome.REFUSED, reason);
                    case Outcome.Failed(var reason) -> failed(found, message, by, now, AttemptOutcome.FAILED, reason);
                    case Outcome.Unclear(var reason) -> failed(found, message, by, now, AttemptOutcome.UNCLEAR, reason);
                    case Outcome.NotTried(var reason) ->
                        failed(found, message, by, now, AttemptOutcome.NOT_TRIED, reason);
                });
    }

    private Command failed(
            Snapshot<Message> found, Message message, String by, Instant now, AttemptOutcome outcome, String reason) {
        if (!found.createdAt().plus(settings.abandonAfter()).isAfter(now)) {
            return new Command.GiveUp(by, now, outcome, reason);
        }
        var delay = settings.delay(message.delivery().attempts().size());
        return new Command.Postpone(by, now, outcome, reason, now.plus(delay));
    }

    private static String reason(Command command) {
        return switch (command) {
            case Command.Claim _, Command.Confirm _ -> "";
            case Command.Postpone(var _, var _, var _, var reason, var _) -> ", " + reason;
            case Command.GiveUp(var _, var _, var _, var reason) -> ", " + reason;
        };
    }

    private void write(Snapshot<Message> found, Command command) {
        try {
            var message = writing.execute(() -> messages.handle(found.agency(), found.id(), command));
            log.info(
                    "Message {} by {} from {} is {} after {} attempts{}",
                    found.id(),
                    message.channel(),
                    message.content().template(),
                    message.delivery().status(),
                    message.delivery().attempts().size(),
                    reason(command));
        } catch (RetryException lost) {
            log.error(
                    "Message {}: {} could not be written down",
                    found.id(),
                    command.getClass().getSimpleName(),
                    lost);
        }
    }
}
