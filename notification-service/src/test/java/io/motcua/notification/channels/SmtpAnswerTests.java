package io.motcua.notification.channels;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class SmtpAnswerTests {
    @Test
    void a_server_that_cannot_be_reached_has_not_got_it() {
        var failure = new MailSendException(
                "failed",
                new MailConnectException(
                        new SocketConnectException("no", new java.net.ConnectException(), "127.0.0.1", 25, 1)));

        assertThat(SmtpAnswer.of(failure)).isEqualTo(new Outcome.Failed("UNREACHABLE"));
    }

    @Test
    void a_mailbox_that_does_not_exist_will_not_exist_tomorrow() {
        assertThat(SmtpAnswer.of(refused(550))).isEqualTo(new Outcome.Refused("SMTP_550"));
    }

    @Test
    void a_mailbox_that_is_busy_or_full_may_take_it_later() {
        assertThat(SmtpAnswer.of(refused(450))).isEqualTo(new Outcome.Failed("SMTP_450"));
        assertThat(SmtpAnswer.of(refused(552))).isEqualTo(new Outcome.Failed("SMTP_552"));
    }

    @Test
    void a_server_that_takes_no_data_has_not_got_it() {
        var failure =
                new MailSendException("failed", new SMTPSendFailedException(".", 554, "no", null, null, null, null));

        assertThat(SmtpAnswer.of(failure)).isEqualTo(new Outcome.Failed("SMTP_554"));
    }

    @Test
    void what_cannot_be_an_address_is_refused() {
        assertThat(SmtpAnswer.of(new AddressException("no"))).isEqualTo(new Outcome.Refused("ADDRESS_INVALID"));
    }

    @Test
    void a_wrong_password_is_ours_to_mend() {
        assertThat(SmtpAnswer.of(new MailAuthenticationException("no")))
                .isEqualTo(new Outcome.Failed("SMTP_AUTHENTICATION"));
    }

    @Test
    void a_line_that_went_dead_says_nothing() {
        var failure = new MailSendException(
                Map.of("mail", new MessagingException("broken", new SocketTimeoutException("late"))));

        assertThat(SmtpAnswer.of(failure)).isEqualTo(new Outcome.Unclear("CONNECTION_LOST"));
    }

    private static MailSendException refused(int code) {
        var address = new InternetAddress();
        address.setAddress("lan@example.vn");
        var refused = new SMTPAddressFailedException(address, "RCPT", code, "<lan@example.vn> no");
        return new MailSendException(Map.of("mail", new SendFailedException("Invalid Addresses", refused)));
    }
}
