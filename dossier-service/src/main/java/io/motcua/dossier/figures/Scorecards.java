package io.motcua.dossier.figures;

import io.motcua.dossier.figures.Decision766.Basis;
import io.motcua.dossier.figures.Figures.Answer;
import io.motcua.dossier.figures.Figures.Question;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.events.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Puts the figures beside what the catalogue says. */
@Service
public class Scorecards {

    private final Figures figures;
    private final Matters matters;
    private final Procedures procedures;

    Scorecards(Figures figures, Matters matters, Procedures procedures) {
        this.figures = figures;
        this.matters = matters;
        this.procedures = procedures;
    }

    /** The index of a whole agency. */
    public List<Decision766.Score> of(Question question, Answer answer) {
        var agency = question.agency();
        var inForce = matters.inForce(agency, question.period().to());
        var online =
                inForce.stream().filter(Matter::online).map(Matter::service).collect(Collectors.toSet());
        var byService = figures.answer(new Question(agency, question.period(), Grouping.PROCEDURE, null));
        var used = byService.rows().stream()
                .filter(it -> it.flow().of(Measure.RECEIVED_ONLINE) > 0 && online.contains(it.key()))
                .count();
        var services = inForce.stream().map(Matter::service).distinct().count();
        return Decision766.scores(new Basis(answer.total(), services, online.size(), used));
    }

    /** What units and procedures are called; sectors and unknown ones have no name. */
    public Map<String, Names> names(Question question, Answer answer) {
        var names = new HashMap<String, Names>();
        switch (question.grouping()) {
            case UNIT ->
                answer.rows()
                        .forEach(row -> procedures
                                .unit(question.agency(), row.key())
                                .ifPresent(it -> names.put(row.key(), it)));
            case PROCEDURE -> matters.of(question.agency()).forEach(it -> names.put(it.service(), Matters.names(it)));
            case AGENCY, SECTOR -> {}
        }
        return names;
    }
}
