package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.procedures.Procedures;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.Contract;
import io.motcua.events.EventType;
import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.events.catalog.UnitRecorded;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierAssigned;
import io.motcua.events.dossier.DossierRated;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.SupplementReceived;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.events.dossier.WithdrawalRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the topic is what is written down, and what is written down can be read. */
class ContractTests extends DossierServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Procedures copies;

    @Test
    void every_event_that_is_published_has_the_shape_of_its_golden_example() {
        var done = begin(Catalogue.RESIDENCE);
        attach(citizen(), done, "CT01");
        submit(done);
        pay(done, "order-" + done);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> dossier(done).at("/demands/0/paid").asBoolean());
        pay(done, "second-" + done);
        decide("receptionist", done, "acceptance", Map.of());
        decide("receptionist", done, "assignments", Map.of("unit", Catalogue.UNIT, "officer", "officer"));
        decide(
                "specialist",
                done,
                "supplement-requests",
                Map.of("items", List.of("Sổ"), "deadline", "2026-12-31T17:30:00+07:00"));
        ok(command(citizen(), done, "supplements", Map.of()), 200);
        var due = Instant.parse(dossier(done).path("dueAt").asString()).plus(Duration.ofDays(2));
        decide("leader", done, "apologies", Map.of("reason", "quá tải", "newDueAt", due.toString()));
        putResult(done);
        decide("leader", done, "approval", Map.of("decisionNumber", "1"));
        ok(command(citizen(), done, "return", Map.of("channel", "ONLINE")), 200);
        ok(command(citizen(), done, "rating", Map.of("stars", 5)), 200);
        for (var type : List.<EventType<?>>of(
                DossierSubmitted.TYPE,
                PaymentDemanded.TYPE,
                RefundDue.TYPE,
                DossierAccepted.TYPE,
                DossierAssigned.TYPE,
                SupplementRequested.TYPE,
                SupplementReceived.TYPE,
                ApologyIssued.TYPE,
                DossierApproved.TYPE,
                DossierReturned.TYPE,
                DossierRated.TYPE)) {
            inShape(type, done);
        }
        var stopped = submitted();
        ok(command(citizen(), stopped, "withdrawal", Map.of()), 200);
        decide("receptionist", stopped, "stop", Map.of("reason", "theo đơn"));
        inShape(WithdrawalRequested.TYPE, stopped);
        inShape(DossierStopped.TYPE, stopped);
        var refused = submitted();
        decide("receptionist", refused, "refusal", Map.of("reason", "trùng"));
        inShape(DossierRefused.TYPE, refused);
    }

    private void inShape(EventType<?> type, String dossier) {
        var event = awaitEvent(type, dossier);
        Contract.assertSameShape(type, event.bytes());
        assertThat(event.headers()).containsKeys("ce_id", "ce_source", "ce_time", "ce_sequence");
        assertThat(event.headers().get("ce_agency")).isEqualTo("H37");
        assertThat(event.headers().get("ce_subject")).isEqualTo(dossier);
    }

    @Test
    void the_catalogues_golden_examples_are_copied() {
        assertThat(copied(AgencyRecorded.TYPE, "agencies")).isNotNull();
        assertThat(copied(UnitRecorded.TYPE, "units")).isNotNull();
        assertThat(copied(CalendarRecorded.TYPE, "calendars")).isNotNull();
        assertThat(copied(ProcedureVersionRecorded.TYPE, "procedures")).isNotNull();
    }

    /** Published for an agency of its own, so that the samples of the other tests stay as they are. */
    private JsonNode copied(EventType<?> type, String collection) {
        var golden = JSON.readTree(new String(Contract.golden(type)).replace("\"H37\"", "\"H90\""));
        events.publish(Topics.CATALOG, "golden-" + collection, type.name(), "H90", 1, golden);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> mongo.getCollection(collection)
                                .find(new Document("agency", "H90"))
                                .map(it -> JSON.readTree(it.toJson()))
                                .first(),
                        it -> it != null);
    }
}
