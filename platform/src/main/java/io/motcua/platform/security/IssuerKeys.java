package io.motcua.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key set of an issuer. A key that is not in it makes the issuer be asked again at once, so a new key works from its
 * first token; a key that was withdrawn works no longer than {@link #FRESH}. Nimbus's own cache shares one rate limit between
 * unknown keys and the regular refresh: during an outage, anyone could use it up and log everybody out.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    static final Duration FRESH = Duration.ofMinutes(5);
    /** Before a set goes stale it is read anew beside the requests, so that none waits for it. */
    static final Duration AHEAD = Duration.ofMinutes(1);
    /** A set outlives an outage of its issuer by this long, so that it logs nobody out. */
    static final Duration OUTAGE = Duration.ofDays(1);
    /** Between two questions to the issuer. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    private final URL url;
    private final ResourceRetriever issuer;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Asked last = new Asked(Instant.EPOCH, false);

    private record Known(JWKSet keys, Instant since) {}

    private record Asked(Instant at, boolean inVain) {}

    IssuerKeys(URL url, ResourceRetriever issuer, Clock clock) {
        this.url = url;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        var keys = usable(current());
        var found = selector.select(keys.keys());
        return found.isEmpty() ? selector.select(newer(keys).keys()) : found;
    }

    /** The set that holds now, the same object until another takes its place; null while none does. */
    @Nullable
    Object edition() {
        var it = current();
        return it == null || outlived(it) ? null : it;
    }

    private @Nullable Known current() {
        var it = known;
        if (it == null) {
            return ask(null);
        }
        var now = clock.instant();
        var stale = it.since().plus(FRESH);
        if (now.isBefore(stale.minus(AHEAD))) {
            return it;
        }
        // The first one to find it stale waits for the answer; if there is none, nobody else waits while the set is of
        // use.
        if (now.isBefore(stale)
                || (last.at().isAfter(stale) && now.isBefore(it.since().plus(OUTAGE)))) {
            if (mayAsk(now) && !asking.isLocked()) {
                Thread.ofVirtual().start(() -> ask(it));
            }
            return it;
        }
        return ask(it);
    }

    /** A set in which an unknown key may be. */
    private Known newer(Known than) throws KeySourceException {
        var found = usable(ask(than));
        if (found == than && last.inVain()) {
            throw new JWKSetUnavailableException("Whether the key exists cannot be asked now: " + url);
        }
        return found;
    }

    private Known usable(@Nullable Known it) throws KeySourceException {
        if (it == null || outlived(it)) {
            throw new JWKSetUnavailableException("No keys from " + url);
        }
        return it;
    }

    private boolean outlived(Known it) {
        return !clock.instant().isBefore(it.since().plus(OUTAGE));
    }

    /** Asks the issuer, unless somebody has just done so; returns what is known then. */
    private @Nullable Known ask(@Nullable Known before) {
        asking.lock();
        try {
            var now = clock.instant();
            if (known == before && mayAsk(now)) {
                known = new Known(JWKSet.parse(issuer.retrieveResource(url).getContent()), now);
                last = new Asked(now, false);
            }
        } catch (IOException | ParseException e) {
            last = new Asked(clock.instant(), true);
            LOG.atWarn().addKeyValue("keys", url).setCause(e).log("An issuer's keys cannot be had");
        } finally {
            asking.unlock();
        }
        return known;
    }

    private boolean mayAsk(Instant now) {
        return !now.isBefore(last.at().plus(PAUSE));
    }
}
