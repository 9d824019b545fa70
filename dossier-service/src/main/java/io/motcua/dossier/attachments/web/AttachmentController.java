package io.motcua.dossier.attachments.web;

import io.motcua.dossier.attachments.Papers;
import io.motcua.dossier.attachments.Upload;
import io.motcua.dossier.casework.Attachment;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Party;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Papers that the applicant hands in. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/dossiers/{id}/attachments")
class AttachmentController {

    private final Papers papers;

    AttachmentController(Papers papers) {
        this.papers = papers;
    }

    /** @param component the paper of the procedure that the file stands for */
    @PostMapping
    @FileBody
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Attachment> attach(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestParam String component,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(value = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            InputStream body,
            Caller caller,
            Cause cause)
            throws IOException {
        var upload = Upload.read(body, contentType, disposition);
        var dossier = papers.attach(agency, id, Party.of(caller, agency), cause, component, upload);
        return created(dossier, cause);
    }

    /** A paper that the same person has given before; its bytes are not copied. */
    @PostMapping(path = "/reuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Attachment> reuse(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody GivenBefore body,
            Caller caller,
            Cause cause) {
        var party = Party.of(caller, agency);
        var dossier = papers.reuse(agency, id, party, cause, body.component(), body.dossier(), body.paper());
        return created(dossier, cause);
    }

    /** @param paper an attachment of the earlier dossier, or its result */
    record GivenBefore(
            @NotBlank @Size(max = 60) String component,
            @NotBlank @Size(max = 60) String dossier,
            @NotBlank @Size(max = 60) String paper) {}

    private static ResponseEntity<Attachment> created(Snapshot<Dossier> dossier, Cause cause) {
        var attachment = dossier.state().attachment(Papers.attachmentId(cause)).orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/agencies/" + dossier.agency() + "/dossiers/" + dossier.id()
                        + "/attachments/" + attachment.id()))
                .eTag(ETags.of(dossier.revision()))
                .body(attachment);
    }

    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.ALL_VALUE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @GetMapping("/{attachment}")
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    ResponseEntity<Resource> download(
            @PathVariable String agency, @PathVariable String id, @PathVariable String attachment, Caller caller) {
        return Downloads.answer(papers.attachment(agency, id, Party.of(caller, agency), attachment));
    }
}
