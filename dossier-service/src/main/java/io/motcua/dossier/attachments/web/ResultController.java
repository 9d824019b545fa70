package io.motcua.dossier.attachments.web;

import io.motcua.dossier.attachments.Papers;
import io.motcua.dossier.attachments.Upload;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.ResultDocument;
import io.motcua.platform.history.Cause;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency's answer, drawn up by a specialist. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/dossiers/{id}/result")
class ResultController {

    private final Papers papers;

    ResultController(Papers papers) {
        this.papers = papers;
    }

    @FileBody
    @PutMapping
    @Access(value = Access.Who.ROLES, roles = "specialist")
    ResponseEntity<ResultDocument> put(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(value = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            InputStream body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch)
            throws IOException {
        var revision = ifMatch.required();
        var upload = Upload.read(body, contentType, disposition);
        var dossier = papers.putResult(agency, id, Party.of(caller, agency), cause, revision, upload);
        return ResponseEntity.ok()
                .eTag(ETags.of(dossier.revision()))
                .body(dossier.state().result());
    }

    @GetMapping
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    ResponseEntity<Resource> download(@PathVariable String agency, @PathVariable String id, Caller caller) {
        return Downloads.answer(papers.result(agency, id, Party.of(caller, agency)));
    }
}
