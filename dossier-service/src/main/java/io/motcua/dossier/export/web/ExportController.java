package io.motcua.dossier.export.web;

import io.motcua.dossier.export.Export;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person may know of himself. */
@RestController
class ExportController {

    private static final String ZIP = "application/zip";

    private final Export export;

    ExportController(Export export) {
        this.export = export;
    }

    /** All that dossiers hold on the caller, in one archive. */
    @GetMapping(path = "/api/v1/me/export", produces = ZIP)
    @Access(Access.Who.SIGNED_IN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void export(Caller caller, HttpServletResponse response) throws IOException {
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("motcua.zip").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(caller.person(), response.getOutputStream());
    }
}
