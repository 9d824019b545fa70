package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Party;
import io.motcua.platform.history.Cause;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * One command for many dossiers, each by itself: what is refused for one stops no other. When the store fails halfway the
 * whole request does, and a repeat with the same key goes on: each item has its own cause, made of the key.
 */
@RestController
class BatchController {

    private static final Logger log = LoggerFactory.getLogger(BatchController.class);

    private final Casework casework;
    private final Bodies bodies;
    private final ProblemRenderer renderer;

    BatchController(Casework casework, Bodies bodies, ProblemRenderer renderer) {
        this.casework = casework;
        this.bodies = bodies;
        this.renderer = renderer;
    }

    /** Who asks for what, and how refusals are worded for him. */
    private record Asked(
            String agency, Party party, Cause cause, Batch batch, Function<Problem, ProblemDetail> wording) {}

    @PostMapping("/api/v1/agencies/{agency}/dossiers/batch")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader"})
    BatchAnswer batch(
            @PathVariable String agency,
            @Valid @RequestBody Batch batch,
            Caller caller,
            Cause cause,
            HttpServletRequest request) {
        requireEachOnce(batch.items());
        requireSharedBody(batch);
        var asked = new Asked(agency, Party.of(caller, agency), cause, batch, it -> renderer.describe(it, request));
        var outcomes = new ArrayList<BatchOutcome>();
        for (int i = 0; i < batch.items().size(); i++) {
            outcomes.add(outcome(asked, batch.items().get(i), "/items/" + i + "/body"));
        }
        int refused = (int) outcomes.stream().filter(it -> it.problem() != null).count();
        return new BatchAnswer(outcomes.size() - refused, refused, outcomes);
    }

    private BatchOutcome outcome(Asked asked, BatchItem item, String at) {
        try {
            return done(asked, item, at);
        } catch (Problem problem) {
            return refused(asked, item, problem);
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException unexpected) {
            log.error("{} failed for dossier {} of a batch", asked.batch().command(), item.dossier(), unexpected);
            return refused(asked, item, new Problem(PlatformProblem.INTERNAL));
        }
    }

    private BatchOutcome done(Asked asked, BatchItem item, String at) {
        var batch = asked.batch();
        var command = item.hasBody()
                ? batch.command().command(bodies, item.body(), at)
                : batch.command().command(bodies, batch.body(), "/body");
        var ifMatch = new IfMatch(item.revision());
        var revision = casework.decides(command.getClass()) ? Long.valueOf(ifMatch.required()) : ifMatch.revision();
        var cause = new Cause(asked.cause().value() + ":" + item.dossier());
        var snapshot = casework.perform(asked.agency(), item.dossier(), asked.party(), cause, revision, command);
        return new BatchOutcome(item.dossier(), 200, snapshot.revision(), DossierViews.state(snapshot.state()), null);
    }

    private static BatchOutcome refused(Asked asked, BatchItem item, Problem problem) {
        var described = asked.wording().apply(problem);
        described.setInstance(URI.create("/api/v1/agencies/" + asked.agency() + "/dossiers/" + item.dossier()));
        return new BatchOutcome(item.dossier(), problem.kind().status(), null, null, described);
    }

    /** Whoever wants two things of one dossier means two requests. */
    private static void requireEachOnce(List<BatchItem> items) {
        var named = new HashSet<String>();
        var repeated = new Problem(PlatformProblem.INVALID_FIELD);
        boolean once = true;
        for (int i = 0; i < items.size(); i++) {
            if (!named.add(items.get(i).dossier())) {
                repeated.at("/items/" + i + "/dossier", "repeated");
                once = false;
            }
        }
        if (!once) {
            throw repeated;
        }
    }

    /** What is wrong with what all have in common is said once, before anything is done. */
    private void requireSharedBody(Batch batch) {
        boolean shared = batch.items().stream().anyMatch(it -> !it.hasBody());
        if (shared) {
            batch.command().command(bodies, batch.body(), "/body");
        }
    }
}
