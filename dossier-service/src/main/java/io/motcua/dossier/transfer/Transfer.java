package io.motcua.dossier.transfer;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Transferred;
import io.motcua.dossier.codes.DossierCodes;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.platform.history.Actor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Service;

/**
 * Takes open dossiers over from an older system. Each row is a dossier by its number there: the code is registered for it,
 * then it is created, and both are repeated without harm; so a file may be sent again until all of it is in.
 */
@Service
public class Transfer {

    private final Reading reading;
    private final Casework casework;
    private final DossierCodes codes;
    private final Procedures procedures;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    Transfer(Reading reading, Casework casework, DossierCodes codes, Procedures procedures) {
        this.reading = reading;
        this.casework = casework;
        this.codes = codes;
        this.procedures = procedures;
        messages.setBasename("io.motcua.dossier.problems");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        messages.setDefaultLocale(Locale.of("vi"));
    }

    public TransferReport take(String agency, byte[] file, Actor actor, Locale language) {
        procedures.requireAgency(agency);
        var table = Table.of(file);
        int applied = 0;
        int unchanged = 0;
        var rejected = new ArrayList<TransferReport.Rejected>();
        var lines = new HashMap<String, Long>();
        for (var row : table.rows()) {
            try {
                var dossier = reading.read(agency, row);
                var earlier = lines.putIfAbsent(dossier.number(), row.line());
                if (earlier != null) {
                    throw new RowRefused("number", "row-twice", earlier);
                }
                if (takeOver(agency, dossier, actor)) {
                    applied++;
                } else {
                    unchanged++;
                }
            } catch (RowRefused refused) {
                rejected.add(rejected(row.line(), refused.flaws(), language));
            }
        }
        return new TransferReport(table.rows().size(), applied, unchanged, rejected);
    }

    private boolean takeOver(String agency, Transferred dossier, Actor actor) {
        var id = Casework.transferredId(agency, dossier.number());
        if (!codes.adopt(agency, dossier.code(), id)) {
            throw new RowRefused("code", "row-code-taken", dossier.code());
        }
        return casework.takeOver(agency, actor, dossier);
    }

    private TransferReport.Rejected rejected(long line, List<RowRefused.Flaw> flaws, Locale language) {
        var details = flaws.stream()
                .map(it -> new TransferReport.Detail(
                        it.field(),
                        it.code(),
                        messages.getMessage("field." + it.code(), it.args().toArray(), language)))
                .toList();
        var first = details.getFirst();
        return new TransferReport.Rejected(
                line, first.field(), first.code(), first.reason(), details.subList(1, details.size()));
    }
}
