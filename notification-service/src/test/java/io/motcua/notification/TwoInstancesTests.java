package io.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.platform.testing.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;

class TwoInstancesTests extends NotificationTest {
    private static final int DOSSIERS = 20;

    @Value("${spring.mongodb.database}")
    private String database;

    @Test
    void two_instances_side_by_side_send_every_message_once() {
        var arguments = anotherInstance(Surroundings.properties(), database).entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
        try (var other = new SpringApplicationBuilder(NotificationServiceApplication.class).run(arguments)) {
            var sentBefore = entered("sent", "email");
            var citizens = new ArrayList<Citizen>();
            var dossiers = new ArrayList<String>();
            for (var i = 0; i < DOSSIERS; i++) {
                var citizen = Citizen.vietnamese();
                var dossier = newId();
                citizens.add(citizen);
                dossiers.add(dossier);
                publish(
                        DossierAccepted.TYPE,
                        dossier,
                        new DossierAccepted(
                                dossier(dossier),
                                recipient(citizen),
                                Instant.parse("2021-06-08T02:00:00Z"),
                                Instant.parse("2021-06-17T10:30:00Z")));
            }
            dossiers.forEach(dossier -> awaitSent(dossier, 2));

            assertThat(citizens).allSatisfy(citizen -> {
                assertThat(SMTP.to(citizen.email())).hasSize(1);
                assertThat(SMS.to(citizen.phone())).hasSize(1);
            });
            assertThat(entered("sent", "email")
                            - sentBefore
                            + other.getBean(MeterRegistry.class)
                                    .counter("motcua.notifications", "state", "sent", "channel", "email")
                                    .count())
                    .as("sent by both together")
                    .isEqualTo(DOSSIERS);
        }
    }
}
