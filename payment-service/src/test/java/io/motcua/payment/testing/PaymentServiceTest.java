package io.motcua.payment.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Names;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import io.motcua.events.dossier.DossierReference;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service beside a bank. All subclasses share one context: two would share the consumer group's events. */
@ServiceTest
@ActiveProfiles("development") // the test merchant is good nowhere else
@TestPropertySource(
        properties = {
            "motcua.payment.inquiries.interval=200ms",
            "motcua.payment.gauges-interval=200ms",
            "MOTCUA_SEALING_SECRET=the-sealing-secret-of-now," + PaymentServiceTest.FORMER_SEALING_SECRET,
            "resilience4j.timelimiter.instances.vnpay.timeout-duration=1s",
            "resilience4j.retry.instances.vnpay.wait-duration=20ms",
            "resilience4j.circuitbreaker.instances.vnpay.wait-duration-in-open-state=500ms"
        })
public abstract class PaymentServiceTest {

    protected static final String FORMER_SEALING_SECRET = "a-sealing-secret-before";
    protected static final TestBank BANK = TestBank.open();
    protected static final String PAYER_ID = "020190001234";
    protected static final String AGENCY = "H37";
    protected static final String PAYMENTS = "/api/v1/agencies/" + AGENCY + "/payments";

    @Autowired
    protected Api api;

    @Autowired
    protected Events events;

    @Autowired
    protected PersonKeys persons;

    @Autowired
    Envelopes envelopes;

    @DynamicPropertySource
    static void bank(DynamicPropertyRegistry properties) {
        properties.add("MOTCUA_SANDBOX_URL", BANK::url);
    }

    protected static String payer() {
        return Tokens.citizen(PAYER_ID);
    }

    protected static String newDossier() {
        return UUID.randomUUID().toString();
    }

    protected DossierReference reference(String dossier, String agency) {
        return new DossierReference(
                dossier, "H37.15-260801-0001", agency, "1.004222", 1, new Names("Đăng ký thường trú", "Residence"));
    }

    protected Recipient recipient() {
        return new Recipient(
                persons.of(PAYER_ID), "vi", envelopes.seal(Map.of("email", "lan@example.vn"), "notification-service"));
    }

    protected PaymentDemanded demand(String dossier, @Nullable Instant expiresAt) {
        return demand(dossier, AGENCY, expiresAt);
    }

    protected PaymentDemanded demand(String dossier, String agency, @Nullable Instant expiresAt) {
        return new PaymentDemanded(
                reference(dossier, agency),
                recipient(),
                "intake",
                "FEE",
                Money.dong(10_000),
                "Lệ phí đăng ký thường trú",
                true,
                Instant.parse("2026-08-01T01:00:00Z"),
                expiresAt);
    }

    protected <T> String publish(EventType<T> type, String key, T event) {
        return events.publish(Topics.DOSSIERS, key, type.name(), AGENCY, 1, event);
    }

    /** The id of a fresh order of 10,000 đ. */
    protected String openOrder() {
        var dossier = newDossier();
        publish(PaymentDemanded.TYPE, dossier, demand(dossier, null));
        return awaitOrders(dossier, 1).getFirst().path("id").asString();
    }

    protected List<JsonNode> awaitOrders(String dossier, int number) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> orders(dossier), found -> found.size() == number);
    }

    protected List<JsonNode> orders(String dossier) {
        var answer = api.as(payer()).get(PAYMENTS + "?dossier=" + dossier);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    protected JsonNode order(String id) {
        var answer = api.as(payer()).get(PAYMENTS + "/" + id);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    protected String status(String id) {
        return order(id).path("status").asString();
    }

    protected JsonNode awaitStatus(String id, String status) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> order(id), it -> it.path("status").asString().equals(status));
    }

    protected JsonNode checkOut(String id) {
        var answer = api.as(payer()).post(PAYMENTS + "/" + id + "/checkouts", Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    /** The address of the bank's page for a new attempt. */
    protected String payUrl(String id) {
        return checkOut(id).path("url").asString();
    }

    /** The bank tells us; its answer code. */
    protected String notify(String notification) {
        var answer = api.get(PAYMENTS + "/vnpay/ipn" + notification);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("RspCode").asString();
    }

    protected Events.Published awaitEvent(EventType<?> type, String order) {
        return events.awaitType(type.topic(), type.name(), it -> it.key().equals(order));
    }

    protected long published(EventType<?> type, String order) {
        return events.all(type.topic()).stream()
                .filter(it -> it.type().equals(type.name()) && it.key().equals(order))
                .map(it -> it.headers().get("ce_id"))
                .distinct()
                .count();
    }
}
