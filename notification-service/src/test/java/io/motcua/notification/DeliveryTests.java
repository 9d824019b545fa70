package io.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.events.Contract;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.notification.MessageAbandoned;
import io.motcua.events.notification.MessageSent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

class DeliveryTests extends NotificationTest {
    private static final Instant AT = Instant.parse("2021-06-08T02:00:00Z");

    @Autowired
    private MongoTemplate mongo;

    @Test
    void an_event_that_comes_twice_makes_one_mail_and_one_sms() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();
        var sentBefore = entered("sent", "email");

        var event = publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        awaitSent(dossier, 2);
        events.publish(
                event, Topics.DOSSIERS, dossier, DossierAccepted.TYPE.name(), "H37", 1, accepted(dossier, citizen));
        // Behind the second one in the same partition: when this has had its effect, the second one has had none.
        publish(DossierSubmitted.TYPE, dossier, submitted(dossier, citizen));
        awaitSent(dossier, 4);

        assertThat(SMTP.to(citizen.email()))
                .extracting(SmtpInbox.Mail::subject)
                .containsExactly(
                        "Đã tiếp nhận hồ sơ 000.00.15.H37-210608-0001", "Đã nộp hồ sơ 000.00.15.H37-210608-0001");
        assertThat(SMS.to(citizen.phone()))
                .extracting(SmsCenter.Sms::text)
                .containsExactlyInAnyOrder(
                        "Ho so 000.00.15.H37-210608-0001 da duoc tiep nhan. Hen tra: 17:30 17/06/2021."
                                + " Tra cuu: http://localhost:8080/api/v1/lookup/000.00.15.H37-210608-0001",
                        "Ho so 000.00.15.H37-210608-0001 da nop luc 09:00 08/06/2021, dang cho tiep nhan."
                                + " Tra cuu: http://localhost:8080/api/v1/lookup/000.00.15.H37-210608-0001");
        assertThat(entered("sent", "email") - sentBefore).isEqualTo(2);
        assertThat(notifications(dossier))
                .allSatisfy(it -> assertThat(it.path("repeats").asInt()).isZero());
    }

    @Test
    void a_message_is_in_the_language_of_its_reader_and_carries_its_identity() {
        var citizen = Citizen.speaking("en");
        var dossier = newId();

        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        awaitSent(dossier, 2);

        var mail = SMTP.to(citizen.email()).getFirst();
        var sms = SMS.to(citizen.phone()).getFirst();
        var messages = notifications(dossier);
        assertThat(mail.subject()).isEqualTo("Dossier 000.00.15.H37-210608-0001 accepted");
        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.text()).contains("Permanent residence", "17:30 17 Jun 2021");
        assertThat(sms.text()).startsWith("Dossier 000.00.15.H37-210608-0001 accepted. Result due 17:30 17 Jun 2021.");
        assertThat(sms.from()).isEqualTo("DICHVUCONG");
        assertThat(messages)
                .extracting(it -> it.path("id").asString())
                .containsExactlyInAnyOrder(sms.key(), mail.id().replaceAll("[<>]|@.*", ""));
    }

    @Test
    void what_became_of_a_message_is_published() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        var sent = events.awaitType(
                Topics.NOTIFICATIONS,
                MessageSent.TYPE.name(),
                it -> it.data().path("dossier").asString().equals(dossier));

        Contract.assertSameShape(MessageSent.TYPE, sent.bytes());
        assertThat(sent.key()).isEqualTo(sent.data().path("message").asString());
        assertThat(sent.headers()).containsEntry("ce_agency", "H37").containsEntry("ce_subject", sent.key());
        assertThat(new String(sent.bytes())).doesNotContain(citizen.email(), citizen.phone());
    }

    @Test
    void without_an_address_for_a_channel_there_is_no_message_for_it() {
        var citizen = Citizen.vietnamese();
        var onlyMail = newId();
        var onlySms = newId();
        var neither = newId();
        var nothing = newId();

        publishTo(citizen, nothing, Map.of());
        publishTo(citizen, neither, Map.of("email", " "));
        publishTo(citizen, onlyMail, Map.of("email", citizen.email()));
        publishTo(citizen, onlySms, Map.of("phone", citizen.phone()));
        awaitSent(onlyMail, 1);
        awaitSent(onlySms, 1);

        assertThat(notifications(onlyMail))
                .extracting(it -> it.path("channel").asString())
                .containsExactly("EMAIL");
        assertThat(notifications(onlySms))
                .extracting(it -> it.path("channel").asString())
                .containsExactly("SMS");
        assertThat(notifications(neither)).isEmpty();
        assertThat(notifications(nothing)).isEmpty();
    }

    @Test
    void a_mail_server_that_is_down_delays_mail_and_repeats_nothing() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();
        var repeated = repeated("email");

        SMTP.stop();
        try {
            publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
            awaitNotification(
                    dossier,
                    it -> it.path("channel").asString().equals("EMAIL")
                            && it.path("attempts").size() > 1
                            && it.path("attempts")
                                    .get(0)
                                    .path("reason")
                                    .asString()
                                    .equals("UNREACHABLE"));
            awaitSent(dossier, 1);
            assertThat(SMS.to(citizen.phone())).as("the other channel goes on").hasSize(1);
        } finally {
            SMTP.start();
        }
        awaitSent(dossier, 2);

        assertThat(SMTP.to(citizen.email())).hasSize(1);
        assertThat(repeated("email")).isEqualTo(repeated);
    }

    @Test
    void an_sms_provider_that_hangs_up_gets_the_message_again_under_the_same_key() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();
        var repeated = repeated("sms");

        SMS.hangUpOnce(citizen.phone());
        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        awaitSent(dossier, 2);

        assertThat(SMS.to(citizen.phone())).hasSize(2);
        assertThat(SMS.to(citizen.phone())).extracting(SmsCenter.Sms::key).containsOnly(id(dossier, "SMS"));
        assertThat(repeated("sms") - repeated).isEqualTo(1);
        assertThat(notification(dossier, "SMS").path("repeats").asInt()).isEqualTo(1);
        assertThat(notification(dossier, "SMS")
                        .path("attempts")
                        .get(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("UNCLEAR");
    }

    @Test
    void a_mailbox_that_does_not_exist_is_not_tried_again_and_its_address_stays_out_of_the_event() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        SMTP.refuse(citizen.email(), 550);
        SMS.refuse(citizen.phone(), 422);
        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        var abandoned = events.awaitType(
                Topics.NOTIFICATIONS,
                MessageAbandoned.TYPE.name(),
                it -> it.data().path("dossier").asString().equals(dossier)
                        && it.data().path("channel").asString().equals("EMAIL"));
        awaitNotification(
                dossier,
                it -> it.path("status").asString().equals("ABANDONED")
                        && it.path("channel").asString().equals("SMS"));

        Contract.assertSameShape(MessageAbandoned.TYPE, abandoned.bytes());
        assertThat(abandoned.data().path("reason").asString()).isEqualTo("SMTP_550");
        assertThat(new String(abandoned.bytes())).doesNotContain(citizen.email());
        assertThat(notification(dossier, "EMAIL").path("attempts")).hasSize(1);
        assertThat(notification(dossier, "SMS")
                        .path("attempts")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("HTTP_422");
    }

    @Test
    void a_busy_mailbox_is_tried_until_a_day_has_passed() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        SMTP.refuse(citizen.email(), 451);
        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        awaitNotification(dossier, it -> it.path("attempts").size() > 1);
        assertThat(notification(dossier, "EMAIL").path("status").asString()).isNotEqualTo("ABANDONED");
        makeOld(dossier);

        awaitNotification(dossier, it -> it.path("status").asString().equals("ABANDONED"));
        assertThat(notification(dossier, "EMAIL")
                        .path("attempts")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("SMTP_451");
    }

    @Test
    void a_channel_that_is_down_for_a_day_takes_its_messages_with_it() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        breakers.circuitBreaker("mail").transitionToForcedOpenState();
        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        awaitNotification(dossier, it -> it.path("channel").asString().equals("EMAIL"));
        makeOld(dossier);

        awaitNotification(dossier, it -> it.path("status").asString().equals("ABANDONED"));
        assertThat(notification(dossier, "EMAIL").path("attempts")).isEmpty();
        assertThat(SMTP.to(citizen.email())).isEmpty();
    }

    @Test
    void what_is_stored_tells_no_address() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        publish(DossierAccepted.TYPE, dossier, accepted(dossier, citizen));
        awaitSent(dossier, 2);

        assertThat(mongo.findAll(Document.class, "messages"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.toJson()).doesNotContain(citizen.email(), citizen.phone()));
    }

    @Test
    void how_long_messages_wait_is_measured() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("motcua.notifications.lag")
                                .tag("channel", "sms")
                                .timeGauge()
                                .value()
                        >= 0);
        assertThat(meters.find("resilience4j.circuitbreaker.state").gauges())
                .extracting(it -> it.getId().getTag("name"))
                .contains("mail", "sms");
    }

    private void publishTo(Citizen citizen, String dossier, Map<String, String> contact) {
        var sealed = contact.isEmpty() ? new Recipient("somebody", "vi", Map.of()) : recipient(citizen, contact);
        publish(
                DossierAccepted.TYPE,
                dossier,
                new DossierAccepted(dossier(dossier), sealed, AT, Instant.parse("2021-06-17T10:30:00Z")));
    }

    private DossierAccepted accepted(String dossier, Citizen citizen) {
        return new DossierAccepted(dossier(dossier), recipient(citizen), AT, Instant.parse("2021-06-17T10:30:00Z"));
    }

    private DossierSubmitted submitted(String dossier, Citizen citizen) {
        return new DossierSubmitted(dossier(dossier), recipient(citizen), "ONLINE", AT);
    }

    private JsonNode notification(String dossier, String channel) {
        return notifications(dossier).stream()
                .filter(it -> it.path("channel").asString().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private String id(String dossier, String channel) {
        return notification(dossier, channel).path("id").asString();
    }

    private void makeOld(String dossier) {
        mongo.updateMulti(
                query(where("state.dossier").is(dossier)),
                Update.update("createdAt", Date.from(Instant.now().minus(Duration.ofHours(25)))),
                "messages");
    }
}
