package io.motcua.sandbox.mail;

import io.motcua.sandbox.inbox.Inbox;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.TooMuchDataException;

/** One SMTP transaction. The answer to DATA goes out after the inbox has written the mail down. */
final class Envelope implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(Envelope.class);

    private final Inbox inbox;
    private final int limit;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Envelope(Inbox inbox, int limit) {
        this.inbox = inbox;
        this.limit = limit;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws IOException {
        var bytes = data.readNBytes(limit);
        if (data.read() != -1) {
            throw new TooMuchDataException("At most " + limit + " bytes");
        }
        var mail = Mail.read(bytes);
        for (var recipient : recipients) {
            inbox.mail(sender, recipient, mail.subject(), mail.text(), mail.html());
        }
        log.info("mail recipients={} bytes={}", recipients.size(), bytes.length);
        return null;
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
