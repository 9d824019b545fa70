package io.motcua.dossier.uploads.web;

import io.motcua.dossier.attachments.Upload;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.uploads.Checksum;
import io.motcua.dossier.uploads.Metadata;
import io.motcua.dossier.uploads.Unfinished;
import io.motcua.dossier.uploads.Uploads;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.requests.WithoutRequestKey;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Papers by pieces: tus 1.0 with its extensions creation, creation-with-upload, checksum, expiration and termination
 * (https://tus.io/protocols/resumable-upload). It has its own way of repeating, so it knows neither {@code Idempotency-Key}
 * nor {@code If-Match}.
 */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/dossiers/{id}/attachments/uploads")
class UploadController {

    private static final String EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination";

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    @TusRefusals
    @ApiResponse(responseCode = "204", description = "What the server can")
    @RequestMapping(method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Void> capabilities(@PathVariable String agency, @PathVariable String id, Caller caller) {
        uploads.requireApplicant(new Uploads.Target(agency, id, Party.of(caller, agency)));
        return ResponseEntity.noContent()
                .header(Tus.VERSIONS, Tus.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", Integer.toString(Upload.LARGEST))
                .header("Tus-Checksum-Algorithm", Checksum.algorithms())
                .build();
    }

    /** The body is empty, or the first bytes. */
    @TusRefusals
    @ApiResponse(responseCode = "201", description = "Begun; with its first bytes, if there were any")
    @PostMapping
    @WithoutRequestKey
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(
            required = false,
            content = @Content(mediaType = Tus.BYTES, schema = @Schema(type = "string", format = "binary")))
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Void> begin(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestHeader(value = Tus.RESUMABLE, required = false) @Nullable String version,
            @RequestHeader(Tus.LENGTH) long length,
            @RequestHeader(value = Tus.METADATA, required = false) @Nullable String metadata,
            @RequestHeader(value = Tus.CHECKSUM, required = false) @Nullable String checksum,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            InputStream body,
            Caller caller) {
        Tus.requireVersion(version);
        if (length < 0) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, Tus.LENGTH);
        }
        var target = new Uploads.Target(agency, id, Party.of(caller, agency));
        var sum = Checksum.parse(checksum);
        var upload = uploads.begin(target, Metadata.parse(metadata), length);
        if (contentType != null && contentType.startsWith(Tus.BYTES)) {
            upload = uploads.append(target, upload.id(), 0, sum, body);
        }
        return described(
                        ResponseEntity.created(URI.create("/api/v1/agencies/" + agency + "/dossiers/" + id
                                + "/attachments/uploads/" + upload.id())),
                        upload)
                .build();
    }

    @TusRefusals
    @ApiResponse(responseCode = "200", description = "How far it has come")
    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Void> state(
            @PathVariable String agency,
            @PathVariable String id,
            @PathVariable String upload,
            @RequestHeader(value = Tus.RESUMABLE, required = false) @Nullable String version,
            Caller caller) {
        Tus.requireVersion(version);
        var state = uploads.state(new Uploads.Target(agency, id, Party.of(caller, agency)), upload);
        return described(ResponseEntity.ok().cacheControl(CacheControl.noStore()), state)
                .header(Tus.LENGTH, Long.toString(state.length()))
                .header(Tus.METADATA, state.metadata())
                .build();
    }

    /** The last bytes make it an attachment, which {@code Content-Location} names; or a problem says why not. */
    @TusRefusals
    @ApiResponse(responseCode = "204", description = "Stored as far as Upload-Offset says")
    @PatchMapping(path = "/{upload}", consumes = Tus.BYTES)
    @WithoutRequestKey
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequestBody(
            required = true,
            content = @Content(mediaType = Tus.BYTES, schema = @Schema(type = "string", format = "binary")))
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Void> append(
            @PathVariable String agency,
            @PathVariable String id,
            @PathVariable String upload,
            @RequestHeader(value = Tus.RESUMABLE, required = false) @Nullable String version,
            @RequestHeader(Tus.OFFSET) long offset,
            @RequestHeader(value = Tus.CHECKSUM, required = false) @Nullable String checksum,
            InputStream body,
            Caller caller) {
        Tus.requireVersion(version);
        var target = new Uploads.Target(agency, id, Party.of(caller, agency));
        return described(
                        ResponseEntity.status(HttpStatus.NO_CONTENT),
                        uploads.append(target, upload, offset, Checksum.parse(checksum), body))
                .build();
    }

    @TusRefusals
    @ApiResponse(responseCode = "204", description = "Ended, and nothing kept")
    @DeleteMapping("/{upload}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<Void> terminate(
            @PathVariable String agency,
            @PathVariable String id,
            @PathVariable String upload,
            @RequestHeader(value = Tus.RESUMABLE, required = false) @Nullable String version,
            Caller caller) {
        Tus.requireVersion(version);
        uploads.terminate(new Uploads.Target(agency, id, Party.of(caller, agency)), upload);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity.BodyBuilder described(ResponseEntity.BodyBuilder answer, Unfinished upload) {
        answer.header(Tus.OFFSET, Long.toString(upload.offset()))
                .header(
                        Tus.EXPIRES,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atZone(ZoneOffset.UTC)));
        if (upload.attachment() != null) {
            answer.header(
                    HttpHeaders.CONTENT_LOCATION,
                    "/api/v1/agencies/" + upload.agency() + "/dossiers/" + upload.dossier() + "/attachments/"
                            + upload.attachment());
        }
        return answer;
    }
}
