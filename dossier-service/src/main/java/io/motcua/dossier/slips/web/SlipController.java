package io.motcua.dossier.slips.web;

import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Slip;
import io.motcua.dossier.slips.Slips;
import io.motcua.events.Names;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The official forms of a dossier: the applicant's those that are addressed to him, the staff's all. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/dossiers/{id}/slips")
class SlipController {

    private final Slips slips;

    SlipController(Slips slips) {
        this.slips = slips;
    }

    record SlipList(List<SlipView> items) {}

    /**
     * @param form the number of the form (mẫu số), 01 to 05
     * @param sha256 of the document; absent until it is drawn up, which the first to ask for it does
     */
    record SlipView(
            String id,
            String form,
            Names name,
            Instant issuedAt,
            @Nullable Long size,
            @Nullable String sha256,
            Map<String, String> links) {}

    @GetMapping
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    SlipList list(@PathVariable String agency, @PathVariable String id, Caller caller) {
        return new SlipList(slips.of(agency, id, Party.of(caller, agency)).stream()
                .map(it -> view(agency, id, it))
                .toList());
    }

    @GetMapping(path = "/{slip}", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> read(
            @PathVariable String agency, @PathVariable String id, @PathVariable String slip, Caller caller) {
        var file = slips.open(agency, id, Party.of(caller, agency), slip);
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .eTag("\"" + file.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(file.bytes()));
    }

    private static SlipView view(String agency, String id, Slip slip) {
        var file = slip.file();
        return new SlipView(
                slip.id(),
                slip.form().number(),
                slip.form().names(),
                slip.issuedAt(),
                file == null ? null : file.size(),
                file == null ? null : file.sha256(),
                Map.of("self", "/api/v1/agencies/" + agency + "/dossiers/" + id + "/slips/" + slip.id()));
    }
}
