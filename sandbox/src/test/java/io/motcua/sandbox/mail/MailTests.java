package io.motcua.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.motcua.sandbox.Browser;
import io.motcua.sandbox.SandboxTest;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SandboxTest
class MailTests {

    @LocalServerPort
    int port;

    @Autowired
    MailServer server;

    Browser browser;
    Session smtp;
    String recipient;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        recipient = UUID.randomUUID() + "@example.vn";
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        smtp = Session.getInstance(properties);
    }

    MimeMessage message(String subject) throws MessagingException {
        var message = new MimeMessage(smtp);
        message.setFrom(new InternetAddress("motcua@langson.example.vn"));
        message.setRecipient(RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    JsonNode arrived(String address) {
        return browser.get("/inbox/messages?to=" + address).json().path("items");
    }

    @Test
    void a_vietnamese_mail_arrives_in_the_inbox() throws MessagingException {
        var mail = message("Hồ sơ đã được tiếp nhận");
        mail.setText("Kính gửi bà Nông Thị Lan,\nHẹn trả: 15/12/2026.", "UTF-8");
        Transport.send(mail);

        var items = arrived(recipient.toUpperCase());
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0).path("kind").asString()).isEqualTo("MAIL");
        assertThat(items.path(0).path("from").asString()).isEqualTo("motcua@langson.example.vn");
        assertThat(items.path(0).path("subject").asString()).isEqualTo("Hồ sơ đã được tiếp nhận");
        assertThat(items.path(0).path("text").asString())
                .isEqualToNormalizingNewlines("Kính gửi bà Nông Thị Lan,\nHẹn trả: 15/12/2026.");
        assertThat(browser.get("/inbox?to=" + recipient).body())
                .contains("Thư: Hồ sơ đã được tiếp nhận")
                .contains("Kính gửi bà Nông Thị Lan");
    }

    @Test
    void of_alternatives_both_are_kept_and_the_plain_one_is_shown() throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText("plain", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p>rich<script>alert(1)</script></p>", "text/html; charset=UTF-8");
        var mail = message("Both");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        Transport.send(mail);

        assertThat(arrived(recipient).path(0).path("text").asString()).isEqualTo("plain");
        assertThat(arrived(recipient).path(0).path("html").asString()).contains("rich");
        assertThat(browser.get("/inbox?to=" + recipient).body()).doesNotContain("<script>");
    }

    @Test
    void each_recipient_gets_one_copy() throws MessagingException {
        var other = "other-" + recipient;
        var mail = message("Twice");
        mail.setRecipient(RecipientType.BCC, new InternetAddress(other));
        mail.setText("x");
        Transport.send(mail);
        assertThat(arrived(recipient).size()).isEqualTo(1);
        assertThat(arrived(other).size()).isEqualTo(1);
    }

    @Test
    void newest_come_first_and_all_can_be_cleared() throws MessagingException {
        for (var subject : new String[] {"first", "second"}) {
            var mail = message(subject);
            mail.setText("x");
            Transport.send(mail);
        }
        assertThat(arrived(recipient).path(0).path("subject").asString()).isEqualTo("second");
        assertThat(browser.delete("/inbox/messages").status()).isEqualTo(204);
        assertThat(browser.get("/inbox/messages").json().path("items").size()).isZero();
        assertThat(browser.get("/inbox?lang=en").body()).contains("Nothing yet.");
    }

    @Test
    void a_mail_that_is_too_large_is_refused_whole() throws MessagingException {
        var mail = message("Large");
        mail.setText("x".repeat(2_000_000));
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> Transport.send(mail));
        assertThat(arrived(recipient).size()).isZero();
    }

    @Test
    void what_is_no_mime_is_shown_as_it_came() {
        var mail = Mail.read("Content-Type: multipart/mixed\r\n\r\nbroken".getBytes());
        assertThat(mail.text()).contains("broken");
        assertThat(Mail.read("Content-Type: text/plain; charset=nonsense\r\n\r\nxin chao".getBytes())
                        .text())
                .contains("xin chao");
        assertThat(Mail.read(new byte[0]).text()).isEmpty();
    }
}
