package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import io.motcua.local.patience.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A citizen files a dossier for the registration of a permanent residence. */
final class Filing {

    static final String SERVICE = "1.004222";
    static final String EMAIL = "lan@example.vn";
    static final String PHONE = "84912000001";

    private static final Patience EVENTS = Patience.of(Duration.ofSeconds(30));

    private final String agency;
    private final Cast cast;
    private JsonNode service = Answers.none();
    private @Nullable DossierPage page;
    private String code = "";

    Filing(Cast cast) {
        this.agency = "/api/v1/agencies/" + cast.agency();
        this.cast = cast;
    }

    /** The same procedure, a new dossier. */
    Filing another() {
        var another = new Filing(cast);
        another.service = service;
        return another;
    }

    /** Reads in the catalogue what is to be filed. */
    String find() {
        service = cast.anyone().get(agency + "/services/" + SERVICE).expect(200).json();
        return "%s %s, online %s"
                .formatted(
                        SERVICE,
                        service.path("names").path("vi").asString(),
                        Answers.onlineFee(service).path("amount"));
    }

    /** From the draft to the submission; returns a line about it. */
    String file() {
        draft();
        attach();
        return submit();
    }

    String draft() {
        var applicant = Map.of(
                "name", "Nông Thị Lan",
                "personalId", "020190001234",
                "email", EMAIL,
                "phone", PHONE,
                "address", "12 Trần Đăng Ninh, Lạng Sơn");
        var form = Map.of("newAddress", "12 Trần Đăng Ninh, Lạng Sơn", "householdHead", "Nông Văn Bình");
        var answer = cast.citizen()
                .post(
                        agency + "/dossiers",
                        Map.of(
                                "service", SERVICE,
                                "channel", "ONLINE",
                                "language", "vi",
                                "applicant", applicant,
                                "form", form))
                .expect(201);
        String location = answer.header("Location").orElseThrow(() -> new Failure("a draft has no Location"));
        page = new DossierPage(URI.create(location).getPath());
        return page.id();
    }

    String attach() {
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

    String submit() {
        JsonNode submitted = page().inStatus(page().command(cast.citizen(), "submission", Map.of()), 1);
        code = submitted.path("code").asString();
        return "dossier " + code;
    }

    DossierPage page() {
        if (page == null) {
            throw new Failure("there is no dossier yet");
        }
        return page;
    }

    String receivingUnit() {
        return service.path("receivingUnit").asString();
    }

    String code() {
        return code;
    }

    /** What the citizen is to pay or has paid for this dossier. */
    List<JsonNode> orders() {
        String path = "%s/payments?dossier=%s".formatted(agency, page().id());
        JsonNode items = cast.citizen().get(path).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    /** Waits for an order in the status. */
    JsonNode order(String status) {
        return EVENTS.await(
                "a payment order that is " + status,
                () -> orders().stream()
                        .filter(order -> order.path("status").asString("").equals(status))
                        .findFirst());
    }

    /** Asks for the bank's page to pay what is open. */
    JsonNode checkout() {
        String path = "%s/payments/%s/checkouts"
                .formatted(agency, order("OPEN").path("id").asString());
        return cast.citizen().post(path, Map.of()).expect(201).json();
    }
}
