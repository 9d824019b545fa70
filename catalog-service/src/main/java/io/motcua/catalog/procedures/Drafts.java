package io.motcua.catalog.procedures;

import io.motcua.catalog.CatalogProblem;
import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.imports.JsonRows;
import io.motcua.catalog.schemes.Schemes;
import io.motcua.events.Topics;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.CanonicalJson;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Drafts of procedures, and how they become versions. A draft is nobody else's business: nothing of it is published. */
@Component
public class Drafts {

    private static final EntryType SAVED = new EntryType("draft-saved", Audience.INTERNAL, false);
    private static final EntryType PUBLISHED = new EntryType("draft-published", Audience.INTERNAL, false);

    private final Aggregates<Draft> drafts;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Schemes schemes;

    Drafts(AggregatesFactory aggregates, Procedures procedures, Agencies agencies, Schemes schemes) {
        this.drafts = aggregates.of("procedure-drafts", Draft.class, Topics.CATALOG);
        this.procedures = procedures;
        this.agencies = agencies;
        this.schemes = schemes;
    }

    /**
     * An open draft.
     *
     * @param unfinished what is still missing or wrong before it can be published
     */
    public record Open(String agency, String code, long revision, Submission submission, List<Flaw> unfinished) {}

    public Open get(String agency, String code) {
        agencies.get(agency);
        return drafts.find(agency, Draft.id(agency, code))
                .filter(it -> it.state().open())
                .map(this::open)
                .orElseThrow(() -> noDraft(agency, code));
    }

    /** Begins a draft, also where an earlier one has been published. */
    public Open begin(String agency, String code, Submission submission, Cause cause, Actor actor) {
        var draft = checked(agency, code, submission);
        var created = drafts.create(Draft.id(agency, code), agency, cause, actor, saved(draft));
        if (created.applied()) {
            return open(created.snapshot());
        }
        return open(drafts.decide(agency, Draft.id(agency, code), cause, actor, null, found -> {
                    if (found.state().open()) {
                        throw new Problem(CatalogProblem.DRAFT_EXISTS, code);
                    }
                    return saved(draft);
                })
                .snapshot());
    }

    public Open change(
            String agency, String code, Submission submission, Cause cause, Actor actor, long expectedRevision) {
        var draft = checked(agency, code, submission);
        get(agency, code);
        return open(drafts.decide(agency, Draft.id(agency, code), cause, actor, expectedRevision, found -> {
                    if (!found.state().open()) {
                        throw noDraft(agency, code);
                    }
                    return saved(draft);
                })
                .snapshot());
    }

    /**
     * Makes the draft a version. The version comes first: if we die before the draft is closed, publishing again finds
     * the version that says the same and only closes the draft.
     */
    public ProcedureVersion publish(String agency, String code, Cause cause, Actor actor, long expectedRevision) {
        var draft = drafts.find(agency, Draft.id(agency, code)).orElseThrow(() -> noDraft(agency, code));
        var before = draft.state().publishedAs();
        if (before != null && remembered(draft, cause)) {
            return procedures.version(agency, code, before);
        }
        if (draft.revision() != expectedRevision) {
            throw new Problem(PlatformProblem.STALE, expectedRevision, draft.revision());
        }
        if (!draft.state().open()) {
            throw noDraft(agency, code);
        }
        var flaws = new Flaws();
        var content = rules(agency).check(flaws, submission(draft.state()));
        refuse(flaws.found());
        try (var recording = procedures.recording(agency, code)) {
            var version = recording.record(code, content, cause, actor).version();
            drafts.decide(
                    agency,
                    Draft.id(agency, code),
                    cause,
                    actor,
                    expectedRevision,
                    found -> Decision.of(
                            found.state().published(version.version()),
                            new Fact(PUBLISHED, Map.of("version", version.version()))));
            return version;
        }
    }

    private boolean remembered(Snapshot<Draft> draft, Cause cause) {
        return drafts.history(draft.agency(), draft.id(), Set.of(Audience.INTERNAL)).stream()
                .anyMatch(it -> it.cause().equals(cause.value()));
    }

    /** A draft may be unfinished; what it does say must be right. */
    private Draft checked(String agency, String code, Submission submission) {
        var flaws = new Flaws();
        var rules = rules(agency);
        rules.code(flaws, code);
        rules.check(flaws, submission);
        refuse(flaws.found().stream()
                .filter(it -> !it.code().equals(Flaw.REQUIRED))
                .toList());
        return new Draft(agency, code, CanonicalJson.of(submission), null);
    }

    private Open open(Snapshot<Draft> draft) {
        var flaws = new Flaws();
        var submission = submission(draft.state());
        rules(draft.agency()).check(flaws, submission);
        return new Open(draft.agency(), draft.state().code(), draft.revision(), submission, flaws.found());
    }

    private Rules rules(String agency) {
        return Rules.of(agencies.get(agency), schemes.current(), agencies);
    }

    private static Submission submission(Draft draft) {
        return JsonRows.read(JsonRows.object(draft.submission()), Submission.class);
    }

    private static Decision<Draft> saved(Draft draft) {
        return Decision.of(draft, new Fact(SAVED, Map.of("code", draft.code())));
    }

    private static void refuse(Collection<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            var problem = new Problem(CatalogProblem.INVALID_FIELD);
            flaws.forEach(it -> problem.at(it.pointer(), it.code(), it.args().toArray()));
            throw problem;
        }
    }

    private static Problem noDraft(String agency, String code) {
        return new Problem(CatalogProblem.NO_DRAFT, code, agency);
    }
}
