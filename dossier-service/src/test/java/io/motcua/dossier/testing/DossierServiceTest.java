package io.motcua.dossier.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.DossierServiceApplication;
import io.motcua.dossier.procedures.Channel;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Surroundings;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The whole service beside a catalogue that has spoken once. All subclasses share one context: two would share the
 * consumer group's events.
 */
@ServiceTest
@TestPropertySource(
        properties = {
            "motcua.dossiers.counted-every=200ms",
            "motcua.relay.lease=2s",
            "motcua.dossiers.following.heartbeat=500ms",
            "motcua.dossiers.slips.sweep=500ms",
            "motcua.dossiers.watch.sweep=500ms",
            "motcua.dossiers.uploads.piece=1KB",
            "motcua.dossiers.uploads.lease=2s",
            "motcua.dossiers.uploads.sweep=500ms",
            "motcua.dossiers.figures.count=300ms",
            "motcua.dossiers.figures.measure=1s",
            "motcua.dossiers.watch.mailboxes[000.00.15.H37]=so-xay-dung@example.vn",
            "motcua.dossiers.codes.styles.H34=AGENCY_FIRST"
        })
public abstract class DossierServiceTest {

    protected static final String DOSSIERS = "/api/v1/agencies/H37/dossiers";
    protected static final String CITIZEN_ID = "020190001234";
    protected static final byte[] PDF = TestFiles.pdf();

    private static final AtomicBoolean CATALOGUED = new AtomicBoolean();

    @Autowired
    protected Api api;

    @Autowired
    protected Events events;

    @Autowired
    protected Procedures procedures;

    @Autowired
    protected PersonKeys persons;

    /** H37 signs its results. */
    @DynamicPropertySource
    static void signing(DynamicPropertyRegistry properties) {
        properties.add(
                "motcua.dossiers.signatures.keys", () -> SigningKeys.ofH37().toString());
    }

    @BeforeEach
    void catalogue() {
        if (CATALOGUED.compareAndSet(false, true)) {
            Catalogue.publish(events);
        }
        awaitCatalogue();
    }

    /** Until the last procedure that was told of has arrived. */
    protected void awaitCatalogue() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    for (var code : List.of(
                            Catalogue.RESIDENCE,
                            Catalogue.BIRTH,
                            Catalogue.ONLINE_ONLY,
                            Catalogue.STRICT,
                            Catalogue.CROWDED)) {
                        assertThat(procedures.terms("H37", code, Channel.ONLINE, LocalDate.of(2026, 6, 1)))
                                .isNotNull();
                    }
                    procedures.requireUnit("H37", Catalogue.UNIT);
                    procedures.requireUnit("H37", Catalogue.CROWDED_UNIT);
                    procedures.requireAgency("H37");
                    procedures.requireAgency("H34");
                });
    }

    protected Api citizen() {
        return api.as(Tokens.citizen(CITIZEN_ID));
    }

    protected Api staff(String role) {
        return api.as(Tokens.staff("H37", role));
    }

    protected static Map<String, Object> draft(String service, String channel) {
        return Map.of(
                "service",
                service,
                "channel",
                channel,
                "language",
                "vi",
                "applicant",
                Map.of(
                        "name", "Nông Thị Lan",
                        "personalId", CITIZEN_ID,
                        "email", "lan@example.vn",
                        "phone", "84912000001",
                        "address", "Lạng Sơn"),
                "form",
                Map.of("place.of$birth", "Cao Lộc", "copies", 2));
    }

    protected String begin(String service) {
        return begin(citizen(), service, "ONLINE");
    }

    protected static String begin(Api who, String service, String channel) {
        return ok(who.post(DOSSIERS, draft(service, channel)), 201)
                .body()
                .path("id")
                .asString();
    }

    protected static Answer attach(Api who, String dossier, String component) {
        return who.header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename*=UTF-8''t%E1%BB%9D%20khai.pdf")
                .post(DOSSIERS + "/" + dossier + "/attachments?component=" + component, PDF);
    }

    /** A submitted dossier of a procedure without fee or papers. */
    protected String submitted() {
        return submit(begin(Catalogue.BIRTH));
    }

    protected String submit(String dossier) {
        ok(command(citizen(), dossier, "submission", Map.of()), 200);
        return dossier;
    }

    protected String processing() {
        var dossier = submitted();
        decide("receptionist", dossier, "acceptance", Map.of());
        decide("receptionist", dossier, "assignments", Map.of("unit", Catalogue.UNIT));
        return dossier;
    }

    protected static Answer command(Api who, String dossier, String command, @Nullable Object body) {
        return who.post(DOSSIERS + "/" + dossier + "/" + command, body);
    }

    /** Reads the dossier and decides on what it read. */
    protected Answer decide(String role, String dossier, String command, @Nullable Object body) {
        var read = staff(role).get(DOSSIERS + "/" + dossier);
        return ok(command(staff(role).ifMatch(read.revision()), dossier, command, body), 200);
    }

    protected Answer putResult(String dossier) {
        var read = staff("specialist").get(DOSSIERS + "/" + dossier);
        return ok(
                staff("specialist")
                        .ifMatch(read.revision())
                        .header("Content-Type", "application/pdf")
                        .put(DOSSIERS + "/" + dossier + "/result", PDF),
                200);
    }

    protected JsonNode dossier(String id) {
        return ok(citizen().get(DOSSIERS + "/" + id), 200).body();
    }

    protected int status(String id) {
        return dossier(id).at("/status/code").asInt();
    }

    protected PaymentConfirmed payment(String dossier, String order) {
        var shown = dossier(dossier);
        var demand = shown.at("/demands/0");
        return new PaymentConfirmed(
                order,
                dossier,
                shown.path("code").asString(""),
                demand.path("id").asString("none"),
                new Recipient(persons.of(CITIZEN_ID), "vi", Map.of()),
                Money.dong(demand.at("/amount/amount").asLong(10_000)),
                "vnpay",
                "77001",
                1,
                Instant.now());
    }

    protected String pay(String dossier, String order) {
        return events.publish(Topics.PAYMENTS, order, PaymentConfirmed.TYPE.name(), "H37", 2, payment(dossier, order));
    }

    protected Events.Published awaitEvent(EventType<?> type, String dossier) {
        return events.awaitType(type.topic(), type.name(), it -> it.key().equals(dossier));
    }

    /** How many different events of the type there are; a repeat of the same one is no other. */
    protected long published(EventType<?> type, String dossier) {
        return events.all(type.topic()).stream()
                .filter(it -> it.type().equals(type.name()) && it.key().equals(dossier))
                .map(it -> it.headers().get("ce_id"))
                .distinct()
                .count();
    }

    protected List<JsonNode> history(String dossier) {
        return ok(citizen().get(DOSSIERS + "/" + dossier + "/history"), 200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    protected static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer;
    }

    protected static void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.problem()).as("%s", answer).isEqualTo(problem);
        assertThat(answer.body().path("title").asString("")).isNotBlank();
        assertThat(answer.body().path("detail").asString("")).isNotBlank();
        assertThat(answer.body().has("trace")).isFalse();
    }

    /** Another instance beside the one under test, with the surroundings of tests. */
    protected static ConfigurableApplicationContext instance(Map<String, String> own) {
        var properties = new HashMap<String, Object>(Surroundings.properties());
        properties.put("server.port", "0");
        properties.putAll(own);
        var arguments = properties.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(DossierServiceApplication.class).run(arguments);
    }

    protected static Api at(ConfigurableApplicationContext instance) {
        return Api.at(instance);
    }
}
