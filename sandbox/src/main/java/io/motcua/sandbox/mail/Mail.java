package io.motcua.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a person sees of a mail: its subject and its text. */
record Mail(@Nullable String subject, String text, @Nullable String html) {

    private static final int DEEPEST_NESTING = 20;

    /** Never refuses: what cannot be read as MIME is shown as it came, as a mail program would. */
    static Mail read(byte[] bytes) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            var text = find(message, "text/plain", 0);
            var html = find(message, "text/html", 0);
            return new Mail(message.getSubject(), text == null ? "" : text.strip(), html);
        } catch (MessagingException | IOException unreadable) {
            return new Mail(null, new String(bytes, StandardCharsets.UTF_8), null);
        }
    }

    private static @Nullable String find(Part part, String type, int depth) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts && depth < DEEPEST_NESTING) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), type, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
