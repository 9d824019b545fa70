package io.motcua.gateway.apps;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What is done to registered apps. Who did what, and when, stays in their history. */
@Component
public class Apps {

    /** Enough to replace one everywhere before the old one goes, and to keep the places apart where they are used. */
    static final int MOST_KEYS = 5;

    private static final EntryType REGISTERED = new EntryType("app-registered", Audience.INTERNAL, false);
    private static final EntryType CHANGED = new EntryType("app-changed", Audience.INTERNAL, false);
    private static final EntryType REMOVED = new EntryType("app-removed", Audience.INTERNAL, false);
    private static final EntryType KEY_ISSUED = new EntryType("app-key-issued", Audience.INTERNAL, false);
    private static final EntryType KEY_REVOKED = new EntryType("app-key-revoked", Audience.INTERNAL, false);

    private static final Logger log = LoggerFactory.getLogger(Apps.class);

    private final Aggregates<App> records;
    private final KnownApps known;
    private final Rules rules;
    private final Clock clock;

    Apps(Aggregates<App> records, KnownApps known, Rules rules, Clock clock) {
        this.records = records;
        this.known = known;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A key that was just made.
     *
     * @param text what its app sends; null if it was shown before
     */
    public record Issued(ApiKey key, @Nullable String text) {}

    /** The apps that the caller may manage, by id. */
    public List<Snapshot<App>> list(Caller caller, @Nullable String agency, @Nullable String after, int limit) {
        return records.findAcrossAgencies(
                and(
                        visible(caller, agency),
                        after == null
                                ? List.of()
                                : List.of(Criteria.where("_id").gt(after))),
                Sort.by("_id"),
                limit);
    }

    public long count(Caller caller, @Nullable String agency) {
        return records.countAcrossAgencies(and(visible(caller, agency), List.of()));
    }

    /** @throws Problem 404 also for an app that the caller may not manage */
    public Snapshot<App> get(Caller caller, String id) {
        return records.findAcrossAgencies(Criteria.where("_id").is(id), Sort.by("_id"), 1).stream()
                .filter(it -> !it.state().removed())
                .filter(it -> new Managing(caller).of(it.state().agency()))
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    public Snapshot<App> register(Caller caller, Wish wish, @Nullable String agency, Cause cause) {
        var managing = new Managing(caller);
        managing.require(agency);
        var app = rules.fresh(wish, agency);
        managing.mayGrant(app);
        var created = records.create(
                        cause.derivedId("app"),
                        Objects.requireNonNullElse(app.agency(), App.ALL),
                        cause,
                        managing.actor(),
                        Decision.of(app, new Fact(REGISTERED, said(app))))
                .snapshot();
        return done("registered", created, null);
    }

    public Snapshot<App> change(Caller caller, String id, Wish wish, Cause cause, long expectedRevision) {
        var managing = new Managing(caller);
        return done(
                "changed",
                decide(managing, id, cause, expectedRevision, it -> {
                    var next = rules.changed(it.state(), wish);
                    managing.mayGrant(it.state(), next);
                    return Decision.of(next, new Fact(CHANGED, said(next)));
                }),
                null);
    }

    public void remove(Caller caller, String id, Cause cause, long expectedRevision) {
        done(
                "removed",
                decide(
                        new Managing(caller),
                        id,
                        cause,
                        expectedRevision,
                        it -> Decision.of(it.state().gone(clock.instant()), new Fact(REMOVED, Map.of()))),
                null);
    }

    /** @throws Problem 409 where there are as many as are of use */
    public Issued issue(Caller caller, String id, @Nullable Instant wished, Cause cause) {
        var now = clock.instant();
        var expires = Rules.expiry(wished, now);
        var text = KeyText.fresh(cause.derivedId("key").substring(0, 12));
        var key = new ApiKey(text.id(), text.hash(), now, expires, null);
        var before = get(caller, id);
        var decided = records.decide(before.agency(), id, cause, new Managing(caller).actor(), null, it -> {
            if (present(it).state().liveKeys(now) >= MOST_KEYS) {
                throw new Problem(GatewayProblem.TOO_MANY_KEYS, MOST_KEYS);
            }
            return Decision.of(
                    it.state().withKey(key, now),
                    new Fact(KEY_ISSUED, Map.of("key", key.id(), "expires", expires.toString())));
        });
        done("key issued", decided.snapshot(), key.id());
        return decided.applied()
                ? new Issued(key, text.text())
                : new Issued(decided.snapshot().state().key(key.id()).orElseThrow(() -> notFound(id)), null);
    }

    /** Revoking what is revoked changes nothing. */
    public void revoke(Caller caller, String id, String key, Cause cause, @Nullable Long expectedRevision) {
        done(
                "key revoked",
                decide(new Managing(caller), id, cause, expectedRevision, it -> {
                    var found = it.state().key(key).orElseThrow(() -> notFound(key));
                    return found.revoked() != null
                            ? Decision.unchanged(it.state())
                            : Decision.of(
                                    it.state().withoutKey(key, clock.instant()),
                                    new Fact(KEY_REVOKED, Map.of("key", key)));
                }),
                key);
    }

    private interface Rule {
        Decision<App> on(Snapshot<App> app);
    }

    private Snapshot<App> decide(
            Managing managing, String id, Cause cause, @Nullable Long expectedRevision, Rule rule) {
        var agency = get(managing.caller(), id).agency();
        return records.decide(agency, id, cause, managing.actor(), expectedRevision, it -> rule.on(present(it)))
                .snapshot();
    }

    private static Snapshot<App> present(Snapshot<App> app) {
        if (app.state().removed()) {
            throw notFound(app.id());
        }
        return app;
    }

    /** This instance follows at once, the others within seconds. */
    private Snapshot<App> done(String what, Snapshot<App> app, @Nullable String key) {
        known.refresh();
        log.atInfo()
                .addKeyValue("app", app.id())
                .addKeyValue("agency", app.agency())
                .addKeyValue("key", key)
                .log("App: {}", what);
        return app;
    }

    private static List<Criteria> visible(Caller caller, @Nullable String agency) {
        var managing = new Managing(caller);
        var criteria = new ArrayList<Criteria>();
        criteria.add(Criteria.where("state.removed").is(false));
        if (agency != null) {
            criteria.add(Criteria.where("agency").is(agency));
        }
        if (!managing.everything()) {
            criteria.add(
                    caller.hasEverywhere(Managing.ADMINISTRATOR)
                            ? Criteria.where("agency").ne(App.ALL)
                            : Criteria.where("agency").in(managing.agencies()));
        }
        return criteria;
    }

    private static Criteria and(List<Criteria> some, List<Criteria> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return new Criteria().andOperator(all);
    }

    private static Map<String, Object> said(App app) {
        return Map.of(
                "name", app.name(),
                "agencies", app.agencies(),
                "scopes", app.scopes().stream().map(Scope::text).toList(),
                "quota", app.quota(),
                "origins", app.origins());
    }

    private static Problem notFound(String id) {
        return new Problem(PlatformProblem.NOT_FOUND, id);
    }
}
