package io.motcua.gateway.apps;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.placement.Placements;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an app may be. Everything that is wrong with a wish is said at once. */
@Component
class Rules {

    static final int LONGEST_NAME = 100;
    static final int MOST_AGENCIES = 200;
    static final int MOST_ORIGINS = 20;
    static final double MOST_PER_SECOND = 10_000;
    static final long MOST_AT_ONCE = 100_000;
    static final long MOST_PER_DAY = 1_000_000_000;
    static final Duration KEY_LIVES = Duration.ofDays(365);
    static final Duration KEY_LIVES_AT_MOST = Duration.ofDays(2 * 365);

    private static final double LEAST_PER_SECOND = 0.1;
    private static final int BURST_SECONDS = 4;

    private final Placements placements;

    Rules(Placements placements) {
        this.placements = placements;
    }

    private static final class Faults {

        private final Problem problem = new Problem(GatewayProblem.INVALID_FIELD);
        private boolean any;

        void at(String pointer, String code, Object... arguments) {
            problem.at(pointer, code, arguments);
            any = true;
        }

        void refuse() {
            if (any) {
                throw problem;
            }
        }
    }

    /** @throws Problem 422 that names all fields with their reasons */
    App fresh(Wish wish, @Nullable String agency) {
        var faults = new Faults();
        var owner = agency == null ? null : placements.spelling(agency).orElse(null);
        if (agency != null && owner == null) {
            faults.at("/agency", "unknown-agency", agency);
        }
        var blank = new App(
                "",
                owner,
                owner == null ? List.of() : List.of(owner),
                List.of(),
                Quota.USUAL,
                List.of(),
                List.of(),
                false);
        if (wish.name() == null) {
            faults.at("/name", "required");
        }
        if (wish.scopes() == null) {
            faults.at("/scopes", "required");
        }
        if (agency == null && wish.agencies() == null) {
            faults.at("/agencies", "required");
        }
        var app = changed(faults, blank, wish);
        faults.refuse();
        return app;
    }

    /** @throws Problem 422 that names all fields with their reasons */
    App changed(App app, Wish wish) {
        var faults = new Faults();
        var changed = changed(faults, app, wish);
        faults.refuse();
        return changed;
    }

    /** @throws Problem 422 if the day is past or too far away */
    static Instant expiry(@Nullable Instant wished, Instant now) {
        var latest = now.plus(KEY_LIVES_AT_MOST);
        if (wished == null) {
            return now.plus(KEY_LIVES);
        }
        if (!wished.isAfter(now) || wished.isAfter(latest)) {
            throw new Problem(GatewayProblem.INVALID_FIELD).at("/expires", "expiry", KEY_LIVES_AT_MOST.toDays());
        }
        return wished;
    }

    private App changed(Faults faults, App app, Wish wish) {
        return new App(
                wish.name() == null ? app.name() : name(faults, wish.name()),
                app.agency(),
                wish.agencies() == null ? app.agencies() : agencies(faults, app, wish.agencies()),
                wish.scopes() == null ? app.scopes() : scopes(faults, wish.scopes()),
                wish.quota() == null ? app.quota() : quota(faults, wish.quota()),
                wish.origins() == null ? app.origins() : origins(faults, wish.origins()),
                app.keys(),
                app.removed());
    }

    private static String name(Faults faults, String wished) {
        var name = wished.strip();
        if (name.isEmpty()) {
            faults.at("/name", "required");
        } else if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.at("/name", "app-name", LONGEST_NAME);
        }
        return name;
    }

    private List<String> agencies(Faults faults, App app, List<@Nullable String> wished) {
        var agencies = new TreeSet<String>();
        if (wished.isEmpty() || wished.size() > MOST_AGENCIES) {
            faults.at("/agencies", "range", 1, MOST_AGENCIES);
        }
        each(faults, "/agencies", wished, (pointer, code) -> {
            var spelling =
                    code.equals(App.ALL) ? code : placements.spelling(code).orElse("");
            if (spelling.isEmpty()) {
                faults.at(pointer, "unknown-agency", code);
            } else if (app.agency() != null && !spelling.equals(app.agency())) {
                faults.at(pointer, "own-agency", app.agency());
            } else {
                agencies.add(spelling);
            }
        });
        return agencies.contains(App.ALL) ? List.of(App.ALL) : List.copyOf(agencies);
    }

    private static List<Scope> scopes(Faults faults, List<@Nullable String> wished) {
        var scopes = new TreeSet<Scope>();
        if (wished.isEmpty()) {
            faults.at("/scopes", "required");
        }
        each(
                faults,
                "/scopes",
                wished,
                (pointer, text) -> Scope.named(text)
                        .ifPresentOrElse(
                                scopes::add, () -> faults.at(pointer, "scope", String.join(", ", Scope.texts()))));
        return List.copyOf(scopes);
    }

    private static Quota quota(Faults faults, Wish.WishedQuota wished) {
        var perSecond = wished.perSecond();
        if (perSecond == null) {
            faults.at("/quota/perSecond", "required");
            return Quota.USUAL;
        }
        if (!(perSecond >= LEAST_PER_SECOND && perSecond <= MOST_PER_SECOND)) {
            faults.at("/quota/perSecond", "range", LEAST_PER_SECOND, MOST_PER_SECOND);
        }
        long burst = wished.burst() == null
                ? Math.clamp(Math.round(perSecond * BURST_SECONDS), 1, MOST_AT_ONCE)
                : wished.burst();
        if (burst < 1 || burst > MOST_AT_ONCE) {
            faults.at("/quota/burst", "range", 1, MOST_AT_ONCE);
        }
        var perDay = wished.perDay();
        if (perDay != null && (perDay < 1 || perDay > MOST_PER_DAY)) {
            faults.at("/quota/perDay", "range", 1, MOST_PER_DAY);
        }
        return new Quota(perSecond, burst, perDay);
    }

    private static List<String> origins(Faults faults, List<@Nullable String> wished) {
        var origins = new TreeSet<String>();
        if (wished.size() > MOST_ORIGINS) {
            faults.at("/origins", "range", 0, MOST_ORIGINS);
        }
        each(faults, "/origins", wished, (pointer, origin) -> {
            if (Origins.wellFormed(origin)) {
                origins.add(origin);
            } else {
                faults.at(pointer, "origin");
            }
        });
        return List.copyOf(origins);
    }

    private static void each(
            Faults faults, String list, List<@Nullable String> wished, BiConsumer<String, String> check) {
        var all = new ArrayList<>(wished);
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            if (one == null) {
                faults.at(list + "/" + i, "required");
            } else {
                check.accept(list + "/" + i, one);
            }
        }
    }
}
