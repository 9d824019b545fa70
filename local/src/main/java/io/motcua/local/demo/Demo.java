package io.motcua.local.demo;

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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The main job through the front door: a citizen of Lạng Sơn registers a permanent residence, pays the fee, and gets the
 * decision; then what everybody can look up afterwards.
 */
public final class Demo {

    static final String AGENCY = "/api/v1/agencies/H37";
    private static final String SERVICE = "1.004222";
    private static final Patience EVENTS = Patience.of(Duration.ofSeconds(30));

    private static final String EMAIL = "lan@example.vn";
    private static final String PHONE = "84912000001";

    private final Steps steps;
    private final Cast cast;
    private final Mailbox mailbox;

    private JsonNode service = Answers.none();
    private @Nullable DossierPage dossier;
    private String code = "";

    public Demo(Ports ports, PrintStream out) {
        this.steps = new Steps(out);
        this.cast = new Cast(Api.at(ports.address(Port.GATEWAY)), new Tokens(ports.address(Port.SANDBOX)));
        this.mailbox = new Mailbox(Api.at(ports.address(Port.SANDBOX)), EMAIL, PHONE);
    }

    /** @return what failed, or empty */
    public Optional<String> run() {
        try {
            file();
            pay();
            decide();
            new Evidence(steps, cast, mailbox, page(), code).show();
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private void file() {
        steps.heading("A citizen files");
        steps.step("find the service", this::find);
        steps.step("sign in (code flow with PKCE)", () -> {
            cast.citizen();
            return "citizen";
        });
        steps.step("draft", this::draft);
        steps.step("attach the papers", this::attach);
        steps.step("submit", () -> {
            JsonNode submitted = page().inStatus(page().command(cast.citizen(), "submission", Map.of()), 1);
            code = submitted.path("code").asString();
            return "dossier " + code;
        });
    }

    private void pay() {
        steps.heading("and pays");
        steps.step("the fee order arrives", () -> order("OPEN").path("amount").toString());
        steps.step("pay at the bank", () -> {
            String path = "%s/payments/%s/checkouts"
                    .formatted(AGENCY, order("OPEN").path("id").asString());
            JsonNode checkout = cast.citizen().post(path, Map.of()).expect(201).json();
            Bank.pay(URI.create(checkout.path("url").asString()));
            return "reference " + checkout.path("reference").asString();
        });
        steps.step(
                "the bank's notification counts",
                () -> "order " + order("PAID").path("status").asString());
        steps.step("the dossier knows", () -> {
            EVENTS.until("the dossier to be paid", () -> DossierPage.isPaid(page().read(cast.citizen())));
            return "demand paid";
        });
    }

    private void decide() {
        steps.heading("The office works");
        Api receptionist = cast.as("receptionist");
        Api specialist = cast.as("specialist");
        steps.step("accept", () -> {
            JsonNode accepted = page().inStatus(page().command(receptionist, "acceptance", Map.of()), 2);
            return "due " + accepted.path("dueAt").asString();
        });
        steps.step("assign", () -> {
            String unit = service.path("receivingUnit").asString();
            page().inStatus(page().command(receptionist, "assignments", Map.of("unit", unit)), 4);
            return "unit " + unit;
        });
        steps.step("upload the result", () -> {
            byte[] decision = Pdf.of("DECISION", "Permanent residence is registered.", "Dossier " + code);
            page().put(specialist, "result", "application/pdf", decision);
            return decision.length + " bytes";
        });
        steps.step("sign", () -> {
            Map<String, String> number = Map.of("decisionNumber", "QD-" + code);
            page().inStatus(page().command(cast.as("leader"), "approval", number), 9);
            return "QD-" + code;
        });
        steps.step("return the result", () -> {
            page().inStatus(page().command(receptionist, "return", Map.of("channel", "ONLINE")), 10);
            return "%d bytes downloaded"
                    .formatted(cast.citizen()
                            .get(page().path("result"))
                            .expect(200)
                            .body()
                            .length);
        });
        steps.step("rate", () -> {
            page().command(cast.citizen(), "rating", Map.of("stars", 5, "comment", "Nhanh, rõ ràng"));
            return "5 of 5";
        });
    }

    private String find() {
        service = cast.anyone().get(AGENCY + "/services/" + SERVICE).expect(200).json();
        return "%s %s, online %s"
                .formatted(
                        SERVICE,
                        service.path("names").path("vi").asString(),
                        Answers.onlineFee(service).path("amount"));
    }

    private String draft() {
        var applicant = Map.of(
                "name", "Nông Thị Lan",
                "personalId", "020190001234",
                "email", EMAIL,
                "phone", PHONE,
                "address", "12 Trần Đăng Ninh, Lạng Sơn");
        var form = Map.of("newAddress", "12 Trần Đăng Ninh, Lạng Sơn", "householdHead", "Nông Văn Bình");
        var answer = cast.citizen()
                .post(
                        AGENCY + "/dossiers",
                        Map.of(
                                "service", SERVICE,
                                "channel", "ONLINE",
                                "language", "vi",
                                "applicant", applicant,
                                "form", form))
                .expect(201);
        String location = answer.header("Location").orElseThrow(() -> new Failure("a draft has no Location"));
        dossier = new DossierPage(URI.create(location).getPath());
        return dossier.id();
    }

    private String attach() {
        var papers = StreamSupport.stream(service.path("components").spliterator(), false)
                .filter(component -> component.path("required").asBoolean())
                .toList();
        for (JsonNode paper : papers) {
            String id = paper.path("id").asString();
            byte[] pdf = Pdf.of("Service " + SERVICE, "Component " + id, "Nong Thi Lan");
            cast.citizen()
                    .post(
                            page().path("attachments?component=" + Answers.encoded(id)),
                            "application/pdf",
                            pdf,
                            "Content-Disposition",
                            "attachment; filename*=UTF-8''to%20khai%20" + Answers.encoded(id) + ".pdf")
                    .expect(201);
        }
        return "%d PDF".formatted(papers.size());
    }

    private JsonNode order(String status) {
        String path = "%s/payments?dossier=%s".formatted(AGENCY, page().id());
        return EVENTS.await("a payment order that is " + status, () -> {
            JsonNode items = cast.citizen().get(path).expect(200).json().path("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(order -> order.path("status").asString("").equals(status))
                    .findFirst();
        });
    }

    private DossierPage page() {
        if (dossier == null) {
            throw new Failure("there is no dossier yet");
        }
        return dossier;
    }
}
