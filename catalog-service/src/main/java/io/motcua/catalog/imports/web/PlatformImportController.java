package io.motcua.catalog.imports.web;

import io.motcua.catalog.imports.ImportReport;
import io.motcua.catalog.imports.PlatformRecords;
import io.motcua.platform.history.Cause;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlatformImportController {

    private final PlatformRecords records;

    PlatformImportController(PlatformRecords records) {
        this.records = records;
    }

    @PostMapping(path = "/api/v1/agencies/import", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @Access(value = Access.Who.ROLES, roles = "operator")
    ImportReport take(@RequestBody byte[] file, Cause cause, Caller caller, Locale language) {
        return records.take(file, cause, caller.actor("operator"), language);
    }
}
