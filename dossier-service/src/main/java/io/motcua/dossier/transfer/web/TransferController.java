package io.motcua.dossier.transfer.web;

import io.motcua.dossier.transfer.Transfer;
import io.motcua.dossier.transfer.TransferReport;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The move from an older one-stop system. */
@RestController
class TransferController {

    private final Transfer transfer;

    TransferController(Transfer transfer) {
        this.transfer = transfer;
    }

    @PostMapping(path = "/api/v1/agencies/{agency}/dossiers/transfer", consumes = "text/csv")
    @Access(value = Access.Who.ROLES, roles = "agency-admin")
    TransferReport take(@PathVariable String agency, @RequestBody byte[] file, Caller caller, Locale language) {
        return transfer.take(agency, file, caller.actor("agency-admin"), language);
    }
}
