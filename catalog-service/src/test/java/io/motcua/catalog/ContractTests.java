package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.Contract;
import io.motcua.events.EventType;
import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.events.catalog.StaffRecorded;
import io.motcua.events.catalog.UnitRecorded;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

/** What stands on the topic is what is written down, for every event that this service publishes. */
@ServiceTest
class ContractTests {

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    KafkaAdmin admin;

    @BeforeEach
    void load() {
        SampleData.load(api);
    }

    static Stream<EventType<?>> types() {
        return Stream.of(
                AgencyRecorded.TYPE,
                UnitRecorded.TYPE,
                CalendarRecorded.TYPE,
                StaffRecorded.TYPE,
                ProcedureVersionRecorded.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void keeps_its_contract(EventType<?> type) {
        var event = events.awaitType(type.topic(), type.name(), it -> it.key().startsWith("H37"));

        Contract.assertSameShape(type, event.bytes());
        assertThat(event.headers()).containsKeys("ce_id", "ce_source", "ce_time", "ce_agency", "ce_sequence");
    }

    @Test
    void every_version_of_the_samples_is_on_the_topic_under_its_own_key() {
        events.awaitType(
                Topics.CATALOG,
                ProcedureVersionRecorded.TYPE.name(),
                it -> it.key().equals("H37/LS-MAU-1019/1"));

        var versions = events.all(Topics.CATALOG).stream()
                .filter(it -> it.type().equals(ProcedureVersionRecorded.TYPE.name()))
                .filter(it -> it.key().startsWith("H37/"))
                .toList();
        assertThat(versions.stream().map(Events.Published::key).distinct()).hasSize(1019 + 38);
        versions.forEach(it -> Contract.assertMatchesSchema(ProcedureVersionRecorded.TYPE, it.bytes()));
    }

    @Test
    void no_personal_id_leaves_this_service() {
        events.awaitType(
                Topics.CATALOG, StaffRecorded.TYPE.name(), it -> it.key().startsWith("H37/staff/"));

        assertThat(events.all(Topics.CATALOG))
                .noneSatisfy(
                        it -> assertThat(it.toString() + new String(it.bytes())).contains("020190000101"));
    }

    @Test
    void the_topic_is_compacted_and_never_shortened_by_time() throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CATALOG);
        try (var kafka = Admin.create(admin.getConfigurationProperties())) {
            var config = kafka.describeConfigs(Set.of(topic)).all().get().get(topic);

            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(kafka.listTopics().names().get()).contains(Topics.CATALOG + "-dlt");
        }
    }
}
