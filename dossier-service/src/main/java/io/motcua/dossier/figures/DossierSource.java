package io.motcua.dossier.figures;

import io.motcua.dossier.casework.Dossiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(1)
class DossierSource implements Source {

    private final Dossiers dossiers;
    private final Matters matters;

    DossierSource(Dossiers dossiers, Matters matters) {
        this.dossiers = dossiers;
        this.matters = matters;
    }

    @Override
    public Map<String, Long> waiting() {
        return dossiers.uncounted();
    }

    @Override
    public Optional<Load> load(String agency, int limit) {
        var complete = matters.complete();
        var found = dossiers.uncounted(agency, limit);
        var entries = new ArrayList<Entry>();
        for (var it : found) {
            var terms = it.dossier().state().terms();
            var matter = matters.find(agency, terms.service(), terms.version());
            if (matter.isEmpty() && !complete) {
                return Optional.empty();
            }
            Casefile.entry(
                            it.dossier(),
                            matter.map(Matter::sector).orElse(Matter.UNKNOWN_SECTOR),
                            matter.filter(Matter::whollyOnline).isPresent())
                    .ifPresent(entries::add);
        }
        return Optional.of(new Load(found.size(), List.copyOf(entries), () -> dossiers.counted(found)));
    }

    @Override
    public Optional<Instant> waitingSince(String agency) {
        return dossiers.uncountedSince(agency);
    }

    @Override
    public void waitAgain(String agency, Instant since) {
        dossiers.uncountAll(agency, since);
    }
}
