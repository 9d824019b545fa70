package io.motcua.notification.inbound;

import io.motcua.events.Recipient;
import io.motcua.notification.messages.Addressee;
import io.motcua.notification.messages.Channel;
import io.motcua.notification.messages.Contact;
import io.motcua.notification.messages.Content;
import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.Messages;
import io.motcua.notification.templates.Language;
import io.motcua.notification.templates.Templates;
import io.motcua.notification.templates.Values;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.UnacceptableEvent;
import io.motcua.platform.privacy.Envelopes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Makes of an event one message for each channel by which its recipient can be reached. */
final class Announcer {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Messages messages;
    private final Templates templates;
    private final Envelopes envelopes;
    private final InboundSettings settings;
    private final String service;
    private final Clock clock;

    Announcer(
            Messages messages,
            Templates templates,
            Envelopes envelopes,
            InboundSettings settings,
            String service,
            Clock clock) {
        this.messages = messages;
        this.templates = templates;
        this.envelopes = envelopes;
        this.settings = settings;
        this.service = service;
        this.clock = clock;
    }

    /** Which dossier a message is about. */
    record Subject(String dossier, @Nullable String code) {
        /** What the message calls it: a draft has no code yet. */
        String reference() {
            return Objects.requireNonNullElse(code, dossier);
        }
    }

    void announce(About about, String template, Recipient recipient, Subject subject, UnaryOperator<Values> values) {
        var sealed = recipient.contact().get(service);
        if (sealed == null) {
            return;
        }
        var contact = Map.of(service, sealed);
        var addresses = opened(about, contact);
        var now = clock.instant();
        var language = Language.of(recipient.language());
        var content = new Content(
                template,
                templates.inForce(template, LocalDate.ofInstant(now, ZONE)),
                language.tag(),
                values.apply(Values.in(language)
                                .text("code", subject.reference())
                                .text("url", url(subject.reference())))
                        .texts());
        var addressee = new Addressee(recipient.person(), contact);
        for (var channel : Channel.values()) {
            if (addresses.address(channel).isPresent()) {
                messages.queue(
                        about.agency(),
                        Message.queued(
                                about.id(), channel, addressee, content, subject.dossier(), subject.code(), now));
            }
        }
    }

    /** An envelope that is damaged, or meant for another key, opens no better the next time. */
    private Contact opened(About about, Map<String, String> contact) {
        try {
            return envelopes.open(contact, Contact.class);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            // No cause: what it says may quote the contact.
            throw new UnacceptableEvent(
                    "The contact in " + about.type() + ' ' + about.id() + " cannot be opened", null);
        }
    }

    private String url(String code) {
        return settings.lookupUrl().replace("{code}", URLEncoder.encode(code, StandardCharsets.UTF_8));
    }
}
