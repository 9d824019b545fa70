package io.motcua.local.demo;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.patience.Patience;
import io.motcua.local.signin.Tokens;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The main job through the front door: a citizen registers a permanent residence, pays the fee, and gets the
 * decision; then what everybody can look up afterwards.
 */
public final class Demo {

    private static final Patience EVENTS = Patience.of(Duration.ofSeconds(30));

    private final Steps steps;
    private final Cast cast;
    private final Mailbox mailbox;

    private final Filing filing;

    /** @param agency where the citizen files */
    public Demo(Ports ports, String agency, PrintStream out) {
        this.steps = new Steps(out);
        this.cast = new Cast(agency, Api.at(ports.address(Port.GATEWAY)), new Tokens(ports.address(Port.SANDBOX)));
        this.mailbox = new Mailbox(Api.at(ports.address(Port.SANDBOX)), Filing.EMAIL, Filing.PHONE);
        this.filing = new Filing(cast);
    }

    /**
     * Plays the job.
     *
     * @param control of the parts, if they are to be ended and started again afterwards to see what citizens notice
     * @return what failed, or empty
     */
    public Optional<String> run(Optional<Control> control) {
        try {
            file();
            pay();
            decide();
            new Evidence(steps, cast, mailbox, filing.page(), filing.code()).show();
            control.ifPresent(it -> new Outages(steps, cast, it).run(filing));
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private void file() {
        steps.heading("A citizen files");
        steps.step("find the service", filing::find);
        steps.step("sign in (code flow with PKCE)", () -> {
            cast.citizen();
            return "citizen";
        });
        steps.step("draft", filing::draft);
        steps.step("attach the papers", filing::attach);
        steps.step("submit", filing::submit);
    }

    private void pay() {
        steps.heading("and pays");
        steps.step(
                "the fee order arrives",
                () -> filing.order("OPEN").path("amount").toString());
        steps.step("pay at the bank", () -> {
            JsonNode checkout = filing.checkout();
            Bank.pay(URI.create(checkout.path("url").asString()));
            return "reference " + checkout.path("reference").asString();
        });
        steps.step(
                "the bank's notification counts",
                () -> "order " + filing.order("PAID").path("status").asString());
        steps.step("the dossier knows", () -> {
            EVENTS.until(
                    "the dossier to be paid",
                    () -> DossierPage.isPaid(filing.page().read(cast.citizen())));
            return "demand paid";
        });
    }

    private void decide() {
        steps.heading("The office works");
        Api receptionist = cast.as("receptionist");
        Api specialist = cast.as("specialist");
        steps.step("accept", () -> {
            JsonNode accepted = filing.page().inStatus(filing.page().command(receptionist, "acceptance", Map.of()), 2);
            return "due " + accepted.path("dueAt").asString();
        });
        steps.step("assign", () -> {
            String unit = filing.receivingUnit();
            filing.page().inStatus(filing.page().command(receptionist, "assignments", Map.of("unit", unit)), 4);
            return "unit " + unit;
        });
        steps.step("upload the result", () -> {
            byte[] decision = Pdf.of("DECISION", "Permanent residence is registered.", "Dossier " + filing.code());
            filing.page().put(specialist, "result", "application/pdf", decision);
            return decision.length + " bytes";
        });
        steps.step("sign", () -> {
            Map<String, String> number = Map.of("decisionNumber", "QD-" + filing.code());
            filing.page().inStatus(filing.page().command(cast.as("leader"), "approval", number), 9);
            return "QD-" + filing.code();
        });
        steps.step("return the result", () -> {
            filing.page().inStatus(filing.page().command(receptionist, "return", Map.of("channel", "ONLINE")), 10);
            return "%d bytes downloaded"
                    .formatted(cast.citizen()
                            .get(filing.page().path("result"))
                            .expect(200)
                            .body()
                            .length);
        });
        steps.step("rate", () -> {
            filing.page().command(cast.citizen(), "rating", Map.of("stars", 5, "comment", "Nhanh, rõ ràng"));
            return "5 of 5";
        });
    }
}
