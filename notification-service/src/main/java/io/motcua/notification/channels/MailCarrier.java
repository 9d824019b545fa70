package io.motcua.notification.channels;

import io.motcua.notification.messages.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail by SMTP. SMTP knows no idempotency: the Message-ID, the same at every attempt, lets mail programs show a repeat
 * once.
 */
final class MailCarrier implements Carrier {
    private final JavaMailSender sender;
    private final ChannelSettings.Mail settings;
    private final Line line;

    MailCarrier(JavaMailSender sender, ChannelSettings.Mail settings, Line line) {
        this.sender = sender;
        this.settings = settings;
        this.line = line;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean available() {
        return line.open();
    }

    @Override
    public Duration timeLimit() {
        return line.limit();
    }

    @Override
    public Outcome carry(Parcel parcel) {
        var subject = parcel.notice().subject();
        var body = parcel.notice().body();
        return line.call(() -> {
            try {
                sender.send(mail(parcel, subject, body));
                return new Outcome.Delivered();
            } catch (MailException | MessagingException failure) {
                return SmtpAnswer.of(failure);
            }
        });
    }

    private MimeMessage mail(Parcel parcel, String subject, String body) throws MessagingException {
        var mail = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(new InternetAddress(parcel.address(), true));
        helper.setSubject(subject);
        helper.setText(body);
        mail.setHeader("Message-ID", "<" + parcel.id() + '@' + settings.domain() + '>');
        mail.setHeader("Content-Language", parcel.language().tag());
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
