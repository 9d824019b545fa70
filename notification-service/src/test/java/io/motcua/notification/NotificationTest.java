package io.motcua.notification;

import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.events.EventType;
import io.motcua.events.Names;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import io.motcua.events.dossier.DossierReference;
import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The service between the real broker, a real SMTP server and an SMS endpoint. All tests share one instance, because
 * instances that listen on one broker share the events; so every test has citizens of its own.
 */
@ServiceTest
abstract class NotificationTest {
    static final SmtpInbox SMTP = new SmtpInbox();
    static final SmsCenter SMS = new SmsCenter();

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    Envelopes envelopes;

    @Autowired
    PersonKeys persons;

    @Autowired
    MeterRegistry meters;

    @Autowired
    CircuitBreakerRegistry breakers;

    static {
        SMTP.start();
        // There before the service starts, so that it need not look for them again.
        try (var bus = new Events()) {
            bus.createTopics(Topics.DOSSIERS, Topics.PAYMENTS);
        }
    }

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        outside().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** Leads to the servers of the test, and is quick where production is patient. */
    static Map<String, Object> outside() {
        return Map.ofEntries(
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", SMTP.port()),
                Map.entry("motcua.notification.sms.url", SMS.url()),
                Map.entry("motcua.notification.dispatch.sweep", "200ms"),
                Map.entry("motcua.notification.dispatch.first-delay", "200ms"),
                Map.entry("motcua.notification.dispatch.max-delay", "1s"),
                Map.entry("motcua.notification.dispatch.lease", "5s"),
                Map.entry("resilience4j.timelimiter.instances.mail.timeout-duration", "4s"),
                Map.entry("resilience4j.timelimiter.instances.sms.timeout-duration", "4s"),
                Map.entry("resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state", "500ms"));
    }

    @BeforeEach
    void forget_the_trouble_of_other_tests() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** Somebody with addresses that nobody else in the tests has. */
    record Citizen(String personalId, String email, String phone, String language) {
        static Citizen vietnamese() {
            return speaking("vi");
        }

        static Citizen speaking(String language) {
            var number = ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
            return new Citizen("0201" + number, "citizen" + number + "@example.vn", "849" + number, language);
        }
    }

    Recipient recipient(Citizen citizen) {
        return recipient(citizen, Map.of("email", citizen.email(), "phone", citizen.phone()));
    }

    Recipient recipient(Citizen citizen, Map<String, String> contact) {
        return new Recipient(
                persons.of(citizen.personalId()), citizen.language(), envelopes.seal(contact, "notification-service"));
    }

    static DossierReference dossier(String id) {
        return new DossierReference(
                id,
                "000.00.15.H37-210608-0001",
                "H37",
                "1.004222",
                1,
                new Names("Đăng ký thường trú", "Permanent residence"));
    }

    static String newId() {
        return "dossier-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    <T> String publish(EventType<T> type, String dossier, T event) {
        return events.publish(type.topic(), dossier, type.name(), "H37", 1, event);
    }

    /** The messages about a dossier as staff see them. */
    List<JsonNode> notifications(String dossier) {
        var answer = api.as(Tokens.staff("H37", "receptionist"))
                .get("/api/v1/agencies/H37/notifications?limit=200&dossier=" + dossier);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }

    void awaitNotification(String dossier, Predicate<JsonNode> accepts) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> notifications(dossier).stream().anyMatch(accepts));
    }

    void awaitSent(String dossier, int messages) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> notifications(dossier).stream()
                                .filter(it -> it.path("status").asString().equals("SENT"))
                                .count()
                        == messages);
    }

    double repeated(String channel) {
        return meters.counter("motcua.notifications.repeated", "channel", channel)
                .count();
    }

    double entered(String state, String channel) {
        return meters.counter("motcua.notifications", "state", state, "channel", channel)
                .count();
    }

    /** What another instance of the same service would be started with. */
    static Map<String, Object> anotherInstance(Map<String, Object> surroundings, String database) {
        var properties = new HashMap<>(surroundings);
        properties.putAll(outside());
        properties.put("spring.mongodb.database", database);
        properties.put("server.port", 0);
        return properties;
    }
}
