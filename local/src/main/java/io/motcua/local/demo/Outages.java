package io.motcua.local.demo;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Component;
import io.motcua.local.patience.Patience;
import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A service answers without asking another: parts are ended one after the other, and citizens go on filing and paying. */
final class Outages {

    private static final Patience UNTIL_SERVING = Patience.of(Duration.ofSeconds(120));
    private static final Patience UNTIL_HEARD = Patience.of(Duration.ofSeconds(60));

    /**
     * Longer than an instance may publish a shard without asking again, and than the register lists one that is silent (twice
     * its lease of 6 s, and 2 s until it looks) and the gateway remembers it: at about that time it might be gone or not.
     */
    private static final Duration PAST_THE_LEASE = Duration.ofSeconds(18);

    private final Steps steps;
    private final Cast cast;
    private final Control control;

    Outages(Steps steps, Cast cast, Control control) {
        this.steps = steps;
        this.cast = cast;
        this.control = control;
    }

    void run(Filing template) {
        withoutCatalogue(template.another());
        withoutPayments(template.another());
        withoutBroker(template.another());
        asleep(template.another());
    }

    private void withoutCatalogue(Filing filing) {
        steps.heading("While catalog-service is stopped");
        stop(Component.CATALOG, false);
        steps.step("a citizen files", filing::file);
        start(Component.CATALOG);
    }

    private void withoutPayments(Filing filing) {
        steps.heading("While payment-service is killed in the middle of a payment");
        steps.step("a citizen files", filing::file);
        steps.step("checkout, then kill -9, then pay at the bank", () -> {
            JsonNode checkout = filing.checkout();
            control.stop(Component.PAYMENT, true);
            Bank.payWithoutWayBack(URI.create(checkout.path("url").asString()));
            return "reference " + checkout.path("reference").asString();
        });
        start(Component.PAYMENT);
        steps.step("the dossier is paid", () -> {
            UNTIL_HEARD.until(
                    "the dossier to be paid",
                    () -> DossierPage.isPaid(filing.page().read(cast.citizen())));
            return "demand paid";
        });
    }

    private void withoutBroker(Filing filing) {
        steps.heading("While Kafka is stopped");
        stop(Component.KAFKA, false);
        steps.step("a citizen files", filing::file);
        steps.step("nobody has heard of it", () -> {
            boolean heard = !filing.orders().isEmpty();
            if (heard) {
                throw new Failure("there is an order although the broker was away");
            }
            return "no fee order";
        });
        start(Component.KAFKA);
        steps.step(
                "the events arrive",
                () -> "order " + filing.order("OPEN").path("status").asString());
    }

    private void asleep(Filing filing) {
        steps.heading("When dossier-service wakes past its relay's lease (SIGSTOP, SIGCONT)");
        steps.step("asleep", () -> {
            long pid = child(Component.DOSSIER).pid();
            signal("-STOP", pid);
            var until = Instant.now().plus(PAST_THE_LEASE);
            UNTIL_HEARD.until("the lease to lapse", () -> Instant.now().isAfter(until));
            signal("-CONT", pid);
            UNTIL_SERVING.until(
                    "the gateway to reach dossier-service again",
                    () -> cast.citizen().get("/api/v1/me/dossiers").status() == 200);
            return PAST_THE_LEASE.toSeconds() + " s";
        });
        steps.step("a citizen files", filing::file);
        steps.step("the events arrive, each once", () -> {
            filing.order("OPEN");
            return filing.orders().size() + " fee order";
        });
    }

    private void stop(Component component, boolean kill) {
        steps.step("stop " + component.label(), () -> {
            control.stop(component, kill);
            UNTIL_SERVING.until(
                    component.label() + " to stop", () -> child(component).state() == ChildState.STOPPED);
            return "stopped";
        });
    }

    private void start(Component component) {
        steps.step("start " + component.label(), () -> {
            control.start(component);
            UNTIL_SERVING.until(
                    component.label() + " to serve", () -> child(component).state() == ChildState.HEALTHY);
            return "serves";
        });
    }

    private ChildReport child(Component component) {
        return control.report().stream()
                .filter(it -> it.name().equals(component.label()))
                .findFirst()
                .orElseThrow(() -> new Failure(component.label() + " is not run by this supervisor"));
    }

    private static void signal(String signal, long pid) {
        try {
            var kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new Failure("kill %s %d failed".formatted(signal, pid));
            }
        } catch (IOException e) {
            throw new Failure("there is no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
