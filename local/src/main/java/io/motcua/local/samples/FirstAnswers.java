package io.motcua.local.samples;

import io.motcua.local.http.Answer;
import io.motcua.local.http.Api;
import io.motcua.local.patience.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A platform is up when the gateway has reached each service, not when each says of itself that it is well. */
public final class FirstAnswers {

    private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(60));

    /** One harmless address of each service behind the gateway; whether it answers 200 or 401 is its own affair. */
    private static final List<String> PATHS =
            List.of("/api/v1/agencies", "/api/v1/lookup/none", "/api/v1/me/dossiers", "/api/v1/me/inbox");

    private static final Set<Integer> UNREACHED = Set.of(502, 503, 504);

    private final Api gateway;

    public FirstAnswers(Api gateway) {
        this.gateway = gateway;
    }

    public void await() {
        for (String path : PATHS) {
            PATIENCE.until("the gateway to reach " + path, () -> {
                Answer answer = gateway.get(path);
                return !UNREACHED.contains(answer.status());
            });
        }
    }

    /**
     * The copy of the catalogue by which dossiers are filed knows the samples too. Asked with a dossier that lacks its
     * applicant: once the service is known, that is what is wrong with it, and nothing is left behind.
     */
    public void awaitSamples(String agency, Api receptionist) {
        var withoutApplicant = Map.of("service", "1.004222", "channel", "ONLINE_ASSISTED", "language", "vi");
        PATIENCE.until(
                "dossier-service to know service 1.004222 of " + agency,
                () -> receptionist
                        .post("/api/v1/agencies/" + agency + "/dossiers", withoutApplicant)
                        .json()
                        .path("type")
                        .asString("")
                        .equals("urn:motcua:problem:invalid-field"));
    }
}
