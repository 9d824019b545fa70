package io.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.dossier.DossierAccepted;
import io.motcua.platform.testing.Surroundings;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A process is killed between sending and writing down that it has sent; another one finds what it left behind. */
class CrashTests extends NotificationTest {
    @Value("${spring.mongodb.database}")
    private String database;

    private Process victim;

    @AfterEach
    void leave_no_process_behind() {
        victim.destroyForcibly();
    }

    @Test
    void after_a_crash_between_send_and_mark_each_message_is_repeated_once_and_counted() throws Exception {
        var citizen = Citizen.vietnamese();
        var dossier = newId();
        var mailRepeats = repeated("email");
        var smsRepeats = repeated("sms");
        var mailArrived = SMTP.fallSilentAfter(citizen.email());
        var smsArrived = SMS.fallSilentAfter(citizen.phone());
        // Only the victim sends until it is dead.
        breakers.getAllCircuitBreakers().forEach(it -> it.transitionToForcedOpenState());
        victim = anotherProcess();

        publish(
                DossierAccepted.TYPE,
                dossier,
                new DossierAccepted(
                        dossier(dossier),
                        recipient(citizen),
                        Instant.parse("2021-06-08T02:00:00Z"),
                        Instant.parse("2021-06-17T10:30:00Z")));
        assertThat(mailArrived.tryAcquire(90, TimeUnit.SECONDS))
                .as("the victim has sent the mail")
                .isTrue();
        assertThat(smsArrived.tryAcquire(90, TimeUnit.SECONDS))
                .as("the victim has sent the SMS")
                .isTrue();
        victim.destroyForcibly().waitFor();
        SMTP.answerAgain(citizen.email());
        SMS.answerAgain(citizen.phone());
        assertThat(notifications(dossier))
                .extracting(it -> it.path("status").asString())
                .containsOnly("SENDING");

        breakers.getAllCircuitBreakers().forEach(it -> it.transitionToClosedState());
        awaitSent(dossier, 2);

        assertThat(SMTP.to(citizen.email())).as("sent, and sent once more").hasSize(2);
        assertThat(SMTP.to(citizen.email()))
                .extracting(SmtpInbox.Mail::id)
                .hasSize(2)
                .containsOnly(SMTP.to(citizen.email()).getFirst().id());
        assertThat(SMS.to(citizen.phone())).hasSize(2);
        assertThat(SMS.to(citizen.phone()))
                .extracting(SmsCenter.Sms::key)
                .containsOnly(SMS.to(citizen.phone()).getFirst().key());
        assertThat(repeated("email") - mailRepeats).isEqualTo(1);
        assertThat(repeated("sms") - smsRepeats).isEqualTo(1);
        assertThat(notifications(dossier)).allSatisfy(it -> {
            assertThat(it.path("repeats").asInt()).isEqualTo(1);
            assertThat(it.path("attempts").get(0).path("reason").asString()).isEqualTo("SENDER_LOST");
        });
    }

    private Process anotherProcess() throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xmx256m");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(NotificationServiceApplication.class.getName());
        anotherInstance(Surroundings.properties(), database)
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/victim.log"))
                .start();
    }
}
