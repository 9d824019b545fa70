package io.motcua.notification.web;

import io.motcua.notification.messages.Channel;
import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.MessageStatus;
import io.motcua.notification.templates.Notice;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the citizen sees it.
 *
 * @param address masked
 * @param subject of mail only
 * @param text what was sent, or waits to be
 */
record InboxItem(
        String id,
        String agency,
        String dossier,
        @Nullable String dossierCode,
        String template,
        Channel channel,
        String language,
        @Nullable String address,
        @Nullable String subject,
        String text,
        MessageStatus status,
        Instant createdAt,
        @Nullable Instant endedAt) {
    static InboxItem of(Snapshot<Message> found, Notice notice, @Nullable String address) {
        var message = found.state();
        var mail = message.channel() == Channel.EMAIL;
        return new InboxItem(
                found.id(),
                found.agency(),
                message.dossier(),
                message.dossierCode(),
                message.content().template(),
                message.channel(),
                message.content().language(),
                address,
                mail ? notice.subject() : null,
                mail ? notice.body() : notice.sms(),
                message.delivery().status(),
                found.createdAt(),
                message.delivery().endedAt());
    }
}
