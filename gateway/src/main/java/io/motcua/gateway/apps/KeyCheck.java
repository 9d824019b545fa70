package io.motcua.gateway.apps;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Which app asks, and whether it may. It says nothing of who uses the app: that is the token's matter. */
@Component
public class KeyCheck {

    public static final String HEADER = "Api-Key";

    /** Neither the bank nor a browser that it sends back has a key. */
    private static final String BANK = "/payments/vnpay/";

    private final KnownApps apps;
    private final LastUses uses;
    private final AppSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    KeyCheck(KnownApps apps, LastUses uses, AppSettings settings, Clock clock, MeterRegistry meters) {
        this.apps = apps;
        this.uses = uses;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * An app that may do what it asks for.
     *
     * @param inBrowsers whether anybody can read its key in a page
     */
    public record Passed(String app, Quota quota, boolean inBrowsers) {}

    /**
     * @param keys what stood in the header
     * @param agency as its record spells it; null where the request is about none or several
     * @return nothing for a caller without a key, where none is needed
     * @throws Problem 401 for a key that does not hold or is missing, 403 for what its app may not do
     */
    public Optional<Passed> check(
            List<String> keys, String route, String method, String path, @Nullable String agency) {
        if (keys.isEmpty()) {
            if (agency != null
                    && settings.of(agency).keyRequired()
                    && !(route.equals("payments") && path.contains(BANK))) {
                throw unknown(GatewayProblem.API_KEY_REQUIRED);
            }
            return Optional.empty();
        }
        var known = known(keys);
        var app = known.app();
        if (agency != null && !app.mayCall(agency)) {
            throw refused(GatewayProblem.AGENCY_CLOSED_TO_APP, agency).with("agency", agency);
        }
        var scope = Scope.needed(route, method);
        if (!app.scopes().contains(scope)) {
            throw refused(GatewayProblem.SCOPE_MISSING, scope.text()).with("scope", scope.text());
        }
        uses.used(known.key().hash());
        meters.counter("motcua.gateway.app.requests", "app", known.id()).increment();
        return Optional.of(new Passed(known.id(), app.quota(), app.inBrowsers()));
    }

    private KnownApps.Known known(List<String> keys) {
        var text = new KeyText(keys.getFirst());
        if (keys.size() > 1 || !text.wellFormed()) {
            throw unknown(GatewayProblem.API_KEY_UNKNOWN);
        }
        var known = apps.by(text).orElseThrow(() -> unknown(GatewayProblem.API_KEY_UNKNOWN));
        if (known.key().revoked() != null) {
            throw unknown(GatewayProblem.API_KEY_REVOKED);
        }
        if (!known.key().alive(clock.instant())) {
            throw unknown(GatewayProblem.API_KEY_EXPIRED);
        }
        return known;
    }

    private Problem unknown(GatewayProblem kind) {
        return refused(kind).headers(Map.of(HttpHeaders.WWW_AUTHENTICATE, HEADER));
    }

    private Problem refused(GatewayProblem kind, Object... arguments) {
        meters.counter("motcua.gateway.keys.refused", "reason", kind.slug()).increment();
        return new Problem(kind, arguments);
    }
}
