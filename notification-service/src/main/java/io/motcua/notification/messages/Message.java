package io.motcua.notification.messages;

import io.motcua.events.notification.MessageAbandoned;
import io.motcua.events.notification.MessageSent;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Digest;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one citizen is told of one event by one channel.
 *
 * @param event the id of the event that caused it
 * @param dossier the opaque id of the dossier that it is about
 */
public record Message(
        String event,
        Channel channel,
        Addressee to,
        Content content,
        String dossier,
        @Nullable String dossierCode,
        Delivery delivery) {
    private static final EntryType QUEUED = new EntryType("notification.message-queued", Audience.INTERNAL, false);
    private static final EntryType SENT = new EntryType(MessageSent.TYPE.name(), Audience.PARTIES, true);
    private static final EntryType ABANDONED = new EntryType(MessageAbandoned.TYPE.name(), Audience.PARTIES, true);

    public static Message queued(
            String event,
            Channel channel,
            Addressee to,
            Content content,
            String dossier,
            @Nullable String dossierCode,
            Instant at) {
        return new Message(event, channel, to, content, dossier, dossierCode, Delivery.due(at));
    }

    /** The same event, template, channel and person make the same message again, however often the event comes. */
    public String id() {
        return Digest.sha256(String.join("\0", event, content.template(), channel.name(), to.person()));
    }

    Decision<Message> first() {
        return Decision.of(this, new Fact(QUEUED, Map.of("channel", channel.name(), "template", content.template())));
    }

    Decision<Message> handle(Command command) {
        var next = delivery.handle(command);
        if (next == delivery) {
            return Decision.unchanged(this);
        }
        var message = new Message(event, channel, to, content, dossier, dossierCode, next);
        return switch (command) {
            // How often it was tried stands in the state; the history tells how it ended.
            case Command.Claim _, Command.Postpone _ -> Decision.quietly(message);
            case Command.Confirm(var _, var at) -> Decision.of(message, new Fact(SENT, sent(at)));
            case Command.GiveUp(var _, var at, var _, var reason) ->
                Decision.of(message, new Fact(ABANDONED, abandoned(reason, at)));
        };
    }

    private MessageSent sent(Instant at) {
        return new MessageSent(id(), to.person(), dossier, channel.name(), content.template(), at);
    }

    private MessageAbandoned abandoned(String reason, Instant at) {
        return new MessageAbandoned(id(), to.person(), dossier, channel.name(), content.template(), reason, at);
    }
}
