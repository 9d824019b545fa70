package io.motcua.gateway.apps;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.history.Actor;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose apps a caller may manage: the operator's are all, an administrator's those of the own agency. */
record Managing(Caller caller) {

    static final String OPERATOR = "operator";
    static final String ADMINISTRATOR = "agency-admin";

    boolean everything() {
        return caller.hasEverywhere(OPERATOR);
    }

    boolean of(@Nullable String agency) {
        return everything() || (agency != null && caller.has(agency, ADMINISTRATOR));
    }

    /** The agencies whose apps, and no others, the caller may see. */
    List<String> agencies() {
        return caller.rolesByAgency().keySet().stream()
                .filter(it -> caller.roles(it).contains(ADMINISTRATOR))
                .toList();
    }

    Actor actor() {
        return caller.actor(everything() ? OPERATOR : ADMINISTRATOR);
    }

    /** @throws Problem 403 for another agency's, or the platform's */
    void require(@Nullable String agency) {
        if (!of(agency)) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
    }

    /** @throws Problem 403 where an app would get what nobody at its agency could give */
    void mayGrant(App before, App after) {
        refuse(after.scopes().stream()
                .filter(it -> it.acrossAgencies() && !before.scopes().contains(it))
                .toList());
    }

    void mayGrant(App fresh) {
        refuse(fresh.scopes().stream().filter(Scope::acrossAgencies).toList());
    }

    private void refuse(Collection<Scope> beyond) {
        if (everything() || beyond.isEmpty()) {
            return;
        }
        var problem = new Problem(
                GatewayProblem.BEYOND_YOUR_AGENCY,
                String.join(", ", beyond.stream().map(Scope::text).toList()));
        throw problem.at("/scopes", "beyond-agency");
    }
}
