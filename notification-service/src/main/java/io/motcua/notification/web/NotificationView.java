package io.motcua.notification.web;

import io.motcua.notification.messages.Attempt;
import io.motcua.notification.messages.AttemptOutcome;
import io.motcua.notification.messages.Channel;
import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.MessageStatus;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it.
 *
 * @param address masked
 * @param repeats how often the citizen may have got it once more than meant
 * @param nextAttemptAt absent once it has ended
 */
record NotificationView(
        String id,
        String dossier,
        @Nullable String dossierCode,
        String template,
        int templateVersion,
        Channel channel,
        String language,
        @Nullable String address,
        MessageStatus status,
        List<AttemptView> attempts,
        long repeats,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt) {
    record AttemptView(
            int number,
            Instant at,
            @Nullable AttemptOutcome outcome,
            @Nullable String reason,
            boolean repeat) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(), attempt.at(), attempt.outcome(), attempt.reason(), attempt.repeat());
        }
    }

    static NotificationView of(Snapshot<Message> found, @Nullable String address) {
        var message = found.state();
        var content = message.content();
        var delivery = message.delivery();
        return new NotificationView(
                found.id(),
                message.dossier(),
                message.dossierCode(),
                content.template(),
                content.version(),
                message.channel(),
                content.language(),
                address,
                delivery.status(),
                delivery.attempts().stream().map(AttemptView::of).toList(),
                delivery.repeats(),
                found.createdAt(),
                delivery.status() == MessageStatus.PENDING ? delivery.dueAt() : null,
                delivery.endedAt());
    }
}
