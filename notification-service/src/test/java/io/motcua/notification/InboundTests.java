package io.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.events.Contract;
import io.motcua.events.EventType;
import io.motcua.events.Topics;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierDueSoon;
import io.motcua.events.dossier.DossierOverdue;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.DraftExpiring;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what other services publish, as the published language writes it down. */
class InboundTests extends NotificationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> every_event_that_somebody_is_told_of() {
        return Stream.of(
                Arguments.of(DossierSubmitted.TYPE, "dossier-submitted"),
                Arguments.of(DossierAccepted.TYPE, "dossier-accepted"),
                Arguments.of(DossierRefused.TYPE, "dossier-refused"),
                Arguments.of(SupplementRequested.TYPE, "supplement-requested"),
                Arguments.of(DraftExpiring.TYPE, "draft-expiring"),
                Arguments.of(PaymentDemanded.TYPE, "payment-due"),
                Arguments.of(ApologyIssued.TYPE, "apology-issued"),
                Arguments.of(DossierDueSoon.TYPE, "dossier-due-soon"),
                Arguments.of(DossierOverdue.TYPE, "dossier-overdue"),
                Arguments.of(DossierApproved.TYPE, "dossier-approved"),
                Arguments.of(DossierReturned.TYPE, "dossier-returned"),
                Arguments.of(DossierStopped.TYPE, "dossier-stopped"),
                Arguments.of(WithdrawalRequested.TYPE, "withdrawal-requested"),
                Arguments.of(PaymentConfirmed.TYPE, "payment-confirmed"),
                Arguments.of(PaymentFailed.TYPE, "payment-failed"));
    }

    @ParameterizedTest
    @MethodSource("every_event_that_somebody_is_told_of")
    void the_golden_example_of_an_event_makes_a_mail_and_an_sms(EventType<?> type, String template) {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        events.publish(type.topic(), dossier, type.name(), "H37", 1, addressed(type, citizen, dossier));
        awaitSent(dossier, 2);

        assertThat(notifications(dossier))
                .extracting(it -> it.path("template").asString())
                .containsOnly(template);
        assertThat(SMTP.to(citizen.email())).hasSize(1);
        assertThat(SMTP.to(citizen.email()).getFirst().text()).doesNotContain("{", "}");
        assertThat(SMS.to(citizen.phone())).hasSize(1);
        assertThat(SMS.to(citizen.phone()).getFirst().text()).matches("[ -~]{1,160}");
    }

    @Test
    void an_event_of_an_unknown_type_is_skipped() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        events.publish(Topics.DOSSIERS, dossier, "io.motcua.dossier.sung-about.v1", "H37", 1, "no JSON at all");
        events.publish(
                Topics.DOSSIERS,
                dossier,
                DossierAccepted.TYPE.name(),
                "H37",
                2,
                addressed(DossierAccepted.TYPE, citizen, dossier));
        awaitSent(dossier, 2);

        assertThat(events.all(Topics.DOSSIERS + "-dlt"))
                .extracting(it -> it.key())
                .doesNotContain(dossier);
    }

    @Test
    void an_unreadable_event_is_put_aside_and_the_next_one_is_read() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();
        events.createTopics(Topics.DOSSIERS + "-dlt");

        var broken = events.publish(
                Topics.DOSSIERS,
                dossier,
                DossierAccepted.TYPE.name(),
                "H37",
                1,
                "{\"dossier\":".getBytes(StandardCharsets.UTF_8));
        var incomplete = events.publish(Topics.DOSSIERS, dossier, DossierAccepted.TYPE.name(), "H37", 2, Map.of());
        events.publishRaw(Topics.DOSSIERS, dossier, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        events.publish(
                Topics.DOSSIERS,
                dossier,
                DossierAccepted.TYPE.name(),
                "H37",
                3,
                addressed(DossierAccepted.TYPE, citizen, dossier));
        awaitSent(dossier, 2);

        assertThat(events.all(Topics.DOSSIERS + "-dlt"))
                .filteredOn(it -> it.key().equals(dossier))
                .extracting(it -> it.headers().getOrDefault("ce_id", "none"))
                .containsExactlyInAnyOrder(broken, incomplete, "none");
    }

    @Test
    void an_event_whose_contact_cannot_be_opened_is_put_aside() {
        var dossier = newId();
        events.createTopics(Topics.DOSSIERS + "-dlt");

        var sealedForAnotherKey = events.publish(
                Topics.DOSSIERS, dossier, DossierAccepted.TYPE.name(), "H37", 1, Contract.golden(DossierAccepted.TYPE));
        var letter = events.await(
                Topics.DOSSIERS + "-dlt",
                it -> sealedForAnotherKey.equals(it.headers().get("ce_id")));

        assertThat(letter.headers().get("motcua_reason")).contains("cannot be opened");
    }

    @Test
    void an_event_of_an_agency_is_told_under_that_agency() {
        var citizen = Citizen.vietnamese();
        var dossier = newId();

        events.publish(
                Topics.DOSSIERS,
                dossier,
                DossierAccepted.TYPE.name(),
                UUID.randomUUID().toString(),
                1,
                addressed(DossierAccepted.TYPE, citizen, dossier));
        await().until(() -> SMS.to(citizen.phone()).size() == 1);

        assertThat(notifications(dossier)).as("those of H37").isEmpty();
    }

    /** The golden example, about another dossier and to an address that can be opened here. */
    private byte[] addressed(EventType<?> type, Citizen citizen, String dossier) {
        var event = (ObjectNode) JSON.readTree(Contract.golden(type));
        var recipient = (ObjectNode) Stream.of("payer", "mailbox", "applicant")
                .map(event::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        var contact = recipient.putObject("contact");
        recipient(citizen).contact().forEach(contact::put);
        if (event.path("dossier").isObject()) {
            ((ObjectNode) event.path("dossier")).put("id", dossier);
        } else {
            event.put("dossier", dossier);
        }
        return JSON.writeValueAsBytes(event);
    }
}
