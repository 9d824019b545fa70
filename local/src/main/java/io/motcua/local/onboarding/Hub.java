package io.motcua.local.onboarding;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Answer;
import io.motcua.local.http.Api;
import io.motcua.local.patience.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The hub's catalogue of agencies: who there is, and who serves whom. */
public final class Hub {

    private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(30));
    private static final int GONE = 410;
    private static final Set<Integer> NOT_YET = Set.of(404, 421, 502, 503, 504);
    private static final Patience UNTIL_ROUTED = new Patience(Duration.ofSeconds(60), Duration.ofMillis(250));

    private final Api operator;

    public Hub(Api operator) {
        this.operator = operator;
    }

    public List<HubRecord> all() {
        var agencies = new ArrayList<HubRecord>();
        var next = "/api/v1/agencies?limit=200";
        while (!next.isEmpty()) {
            var page = operator.get(next).expect(200).json();
            page.path("items").forEach(it -> agencies.add(new HubRecord((ObjectNode) it)));
            next = page.path("next").asString("");
        }
        return agencies;
    }

    public Optional<HubRecord> find(String agency) {
        return all().stream().filter(it -> it.agency().equals(agency)).findFirst();
    }

    /** @param own the services of which it has instances of its own */
    public void add(String agency, String kind, String name, List<String> own) {
        take("/api/v1/agencies/import", HubRecord.of(agency, kind, name, own).line());
    }

    /** Returns when the gateway passes nothing on to it any more. */
    public void withdraw(HubRecord agency) {
        take("/api/v1/agencies/import", agency.inWithdrawal().line());
        awaitWithdrawn(agency.agency());
    }

    public void awaitWithdrawn(String agency) {
        PATIENCE.until(
                "the gateway to pass nothing on to " + agency,
                () -> operator.get("/api/v1/agencies/" + agency + "/services").status() == GONE);
    }

    /** Lines of JSON; the gateway and the instances learn of an agency a moment after it was added. */
    void take(String path, byte[] lines) {
        Answer answer = UNTIL_ROUTED.await("the import at " + path, () -> {
            Answer reply = operator.post(path, "application/x-ndjson", lines);
            return NOT_YET.contains(reply.status()) ? Optional.empty() : Optional.of(reply);
        });
        var report = answer.expect(200).json();
        if (!report.path("rejected").isEmpty()) {
            throw new Failure("the import at %s rejected rows: %s".formatted(path, report.path("rejected")));
        }
    }
}
