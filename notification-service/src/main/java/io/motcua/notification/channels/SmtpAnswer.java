package io.motcua.notification.channels;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Reads from a failure to send mail whether the mail went out and whether to try again. */
final class SmtpAnswer {
    /** RFC 5321: the mailbox does not exist, is not local, or its name is not allowed; so it will be tomorrow. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(501, 550, 551, 553);

    private SmtpAnswer() {}

    static Outcome of(Throwable failure) {
        var waiting = new ArrayDeque<Throwable>(Set.of(failure));
        var seen = new HashSet<Throwable>();
        while (!waiting.isEmpty()) {
            var each = waiting.removeFirst();
            if (seen.add(each)) {
                var outcome = outcome(each);
                if (outcome != null) {
                    return outcome;
                }
                if (each instanceof MailSendException send) {
                    waiting.addAll(send.getFailedMessages().values());
                }
                if (each instanceof MessagingException chained && chained.getNextException() != null) {
                    waiting.add(chained.getNextException());
                }
                if (each.getCause() != null) {
                    waiting.add(each.getCause());
                }
            }
        }
        return new Outcome.Unclear("CONNECTION_LOST");
    }

    private static @Nullable Outcome outcome(Throwable failure) {
        return switch (failure) {
            case AddressException _ -> new Outcome.Refused("ADDRESS_INVALID");
            case MailConnectException _ -> new Outcome.Failed("UNREACHABLE");
            case MailAuthenticationException _ -> new Outcome.Failed("SMTP_AUTHENTICATION");
            case AuthenticationFailedException _ -> new Outcome.Failed("SMTP_AUTHENTICATION");
            case SMTPAddressFailedException address -> answered(address.getReturnCode(), true);
            case SMTPSenderFailedException sender -> answered(sender.getReturnCode(), false);
            case SMTPSendFailedException send -> answered(send.getReturnCode(), false);
            default -> null;
        };
    }

    /** A mail is gone only when the server has said 250 to its end; any other answer means that it has not taken it. */
    private static @Nullable Outcome answered(int code, boolean aboutAddress) {
        if (code < 400) {
            return null;
        }
        var reason = "SMTP_" + code;
        return aboutAddress && NO_SUCH_MAILBOX.contains(code)
                ? new Outcome.Refused(reason)
                : new Outcome.Failed(reason);
    }
}
