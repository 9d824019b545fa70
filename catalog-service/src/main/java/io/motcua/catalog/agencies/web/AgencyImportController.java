package io.motcua.catalog.agencies.web;

import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.imports.ImportReport;
import io.motcua.catalog.imports.PlatformRecords;
import io.motcua.platform.history.Cause;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgencyImportController {

    private final Agencies agencies;
    private final PlatformRecords records;

    AgencyImportController(Agencies agencies, PlatformRecords records) {
        this.agencies = agencies;
        this.records = records;
    }

    /**
     * The agency's units, staff and calendars. Reaches its own catalogue, if it has one, which takes the tiers and level
     * schemes in the same way.
     */
    @PostMapping(path = "/api/v1/agencies/{agency}/import", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @Access(value = Access.Who.ROLES, roles = "operator")
    ImportReport take(
            @PathVariable String agency, @RequestBody byte[] file, Cause cause, Caller caller, Locale language) {
        agencies.get(agency);
        return records.takeOf(agency, file, cause, caller.actor("operator"), language);
    }
}
