package io.motcua.dossier;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import io.motcua.platform.testing.access.AccessMatrix;
import io.motcua.platform.testing.access.Probe;
import java.util.List;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The dossiers are assisted ones: their applicants are parties, and the one-stop officer who keeps them acts for them. */
class AccessTests extends DossierServiceTest implements AccessMatrix {

    private static final String PAPER = "CT01";
    private static final String BYTES = "application/offset+octet-stream";
    private static final String METADATA = "component Q1QwMQ==,filetype YXBwbGljYXRpb24vcGRm"; // CT01, application/pdf

    /** A table without rows. */
    private static final byte[] TRANSFER =
            "number,code,service,status,submittedAt,name,personalId\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Map<String, String>> submitted = new ConcurrentHashMap<>();
    private final Map<String, String> approved = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> slips = new ConcurrentHashMap<>();

    @Override
    public Api door() {
        return api;
    }

    @Override
    public Map<String, String> thing(String operation, String personalId) {
        if (operation.endsWith("/registers")) {
            return Map.of("unit", Catalogue.UNIT, "from", "2026-01-01", "to", "2026-01-31");
        }
        if (operation.endsWith("/me/complaints") || operation.contains("/complaints/{id}")) {
            return Map.of("id", complaint(personalId));
        }
        if (operation.endsWith("/slips/{slip}")) {
            return slips.computeIfAbsent(personalId, this::slip);
        }
        if (operation.endsWith("/results/{mark}")) {
            var dossier = approved.computeIfAbsent(personalId, this::approved);
            var shown = ok(staff("auditor").get(DOSSIERS + "/" + dossier), 200).body();
            return Map.of("mark", shown.at("/result/sha256").asString());
        }
        boolean answered =
                operation.startsWith("GET ") && operation.endsWith("/result") || operation.endsWith("/rating");
        return answered
                ? Map.of("id", approved.computeIfAbsent(personalId, this::approved))
                : submitted.computeIfAbsent(personalId, this::filed);
    }

    @Override
    public Probe probe(String operation, Probe suggested) {
        if (operation.endsWith("/registers")) {
            return suggested.header("Accept", "text/csv");
        }
        if (operation.endsWith("/dossiers/transfer")) {
            return suggested.body("text/csv", TRANSFER);
        }
        if (operation.contains("/attachments/uploads")) {
            var asked = suggested
                    .header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", Integer.toString(PDF.length))
                    .header("Upload-Metadata", METADATA)
                    .header("Upload-Offset", "0");
            return operation.startsWith("PATCH") ? asked.body(BYTES, PDF) : asked;
        }
        if (operation.endsWith("/batch")) {
            var items = List.of(Map.of("dossier", "nosuchdossier", "revision", 1));
            return suggested.body(Map.of("command", "accept", "items", items));
        }
        if (operation.endsWith("/reuse")) {
            return suggested.body(Map.of("component", PAPER, "dossier", "none", "paper", "none"));
        }
        return operation.endsWith("/attachments") || operation.endsWith("/result")
                ? suggested.body("application/pdf", PDF)
                : suggested;
    }

    /** A day exists always; the register of a unit that does not is missing. */
    @Override
    public String missing(String name) {
        return name.matches("\\d{4}-\\d{2}-\\d{2}") ? name : AccessMatrix.super.missing(name);
    }

    @Override
    public Set<String> personal(String personalId) {
        return Set.of(address(personalId), persons.of(personalId));
    }

    /** Each operation has one of its own: what has been withdrawn once cannot be withdrawn again. */
    private String complaint(String personalId) {
        var dossier = begin(Catalogue.BIRTH, personalId);
        ok(command(staff("receptionist"), dossier, "submission", Map.of()), 200);
        return ok(
                        api.as(Tokens.citizen(personalId))
                                .post(
                                        "/api/v1/agencies/H37/complaints",
                                        Map.of("kind", "FEEDBACK", "dossier", dossier, "words", "Cán bộ hẹn ba lần")),
                        201)
                .body()
                .path("id")
                .asString();
    }

    private Map<String, String> filed(String personalId) {
        var dossier = begin(Catalogue.RESIDENCE, personalId);
        var upload = ok(
                tus(staff("receptionist").withoutKey())
                        .header("Content-Type", BYTES)
                        .post(DOSSIERS + "/" + dossier + "/attachments/uploads", PDF),
                201);
        var attachment = upload.header("Content-Location");
        var shown = ok(command(staff("receptionist"), dossier, "submission", Map.of()), 200)
                .body();
        return Map.of(
                "id",
                dossier,
                "attachment",
                attachment.substring(attachment.lastIndexOf('/') + 1),
                "upload",
                upload.header("Location").substring(upload.header("Location").lastIndexOf('/') + 1),
                "component",
                PAPER,
                "code",
                shown.path("code").asString());
    }

    private String approved(String personalId) {
        var dossier = begin(Catalogue.BIRTH, personalId);
        ok(command(staff("receptionist"), dossier, "submission", Map.of()), 200);
        decide("receptionist", dossier, "acceptance", Map.of());
        decide("receptionist", dossier, "assignments", Map.of("unit", Catalogue.UNIT));
        putResult(dossier);
        decide("leader", dossier, "approval", Map.of("decisionNumber", "1/QĐ"));
        return dossier;
    }

    /** The receipt, which the applicant and the staff may read; drawn up here, by who reads it first. */
    private Map<String, String> slip(String personalId) {
        var dossier = approved.computeIfAbsent(personalId, this::approved);
        var items = ok(staff("receptionist").get(DOSSIERS + "/" + dossier + "/slips"), 200)
                .body()
                .path("items");
        var slip = items.path(0).path("id").asString();
        ok(staff("receptionist").get(DOSSIERS + "/" + dossier + "/slips/" + slip), 200);
        return Map.of("id", dossier, "slip", slip);
    }

    private static Api tus(Api api) {
        return api.header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Integer.toString(PDF.length))
                .header("Upload-Metadata", METADATA);
    }

    private String begin(String service, String personalId) {
        var draft = Map.of(
                "service",
                service,
                "channel",
                "ONLINE_ASSISTED",
                "applicant",
                Map.of("name", "Nông Thị Lan", "personalId", personalId, "email", address(personalId)));
        return ok(staff("receptionist").post(DOSSIERS, draft), 201)
                .body()
                .path("id")
                .asString();
    }

    private static String address(String personalId) {
        return "lan." + personalId + "@example.vn";
    }
}
