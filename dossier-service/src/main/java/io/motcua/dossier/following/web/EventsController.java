package io.motcua.dossier.following.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.following.Follower;
import io.motcua.dossier.following.Followers;
import io.motcua.dossier.following.FollowingSettings;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.motcua.platform.security.CallerToken;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells how a dossier stands, now and whenever it moves. An event says how it is, not what happened: several changes between
 * two looks arrive as one, and whoever comes back with the last event's id hears only what he does not know yet.
 *
 * <p>The request's own virtual thread waits; that costs some kilobytes and no thread of the machine's.
 */
@RestController
class EventsController {

    private static final Logger log = LoggerFactory.getLogger(EventsController.class);
    private static final int RETRY_FROM_MILLIS = 1_000;
    private static final int RETRY_TO_MILLIS = 3_000;

    private final Casework casework;
    private final Followers followers;
    private final FollowingSettings settings;
    private final Clock clock;
    private final JsonMapper json;

    EventsController(Casework casework, Followers followers, FollowingSettings settings, Clock clock, JsonMapper json) {
        this.casework = casework;
        this.followers = followers;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    private record Reader(String agency, String id, Party party) {}

    private record Look(Snapshot<Dossier> snapshot, Entry last) {}

    @GetMapping(path = "/api/v1/agencies/{agency}/dossiers/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    @ApiResponse(
            responseCode = "200",
            description = "Events named \"status\", each with these data as JSON and an id for Last-Event-ID",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = StatusEvent.class)))
    void follow(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            HttpServletResponse response)
            throws InterruptedException {
        var reader = new Reader(agency, id, Party.of(caller, agency));
        long known = seq(lastEventId);
        var first = look(reader);
        try (var follower = followers.follow(caller.person(), id)) {
            stream(reader, known, first, follower, response);
        } catch (IOException gone) {
            log.debug("A reader of {} has left: {}", id, gone.getMessage());
        }
    }

    private void stream(Reader reader, long known, Look first, Follower follower, HttpServletResponse response)
            throws IOException, InterruptedException {
        var stream = new EventStream(response, json);
        var end = end();
        long told = known;
        var look = first;
        stream.begin(Duration.ofMillis(ThreadLocalRandom.current().nextInt(RETRY_FROM_MILLIS, RETRY_TO_MILLIS)));
        while (!follower.ended()) {
            follower.saw(look.snapshot().version());
            if (look.last().seq() != told) {
                told = look.last().seq();
                stream.event("status", told, StatusEvent.of(look.snapshot(), look.last()));
            }
            if (!awaitNews(follower, stream, end)) {
                return;
            }
            var next = lookAgain(reader, look);
            if (next == null) {
                return;
            }
            look = next;
        }
    }

    /** False when the stream has lasted long enough. */
    private boolean awaitNews(Follower follower, EventStream stream, Instant end)
            throws IOException, InterruptedException {
        while (true) {
            var left = Duration.between(clock.instant(), end);
            if (!left.isPositive()) {
                return false;
            }
            if (follower.awaitNews(left.compareTo(settings.heartbeat()) < 0 ? left : settings.heartbeat())) {
                return true;
            }
            stream.heartbeat();
        }
    }

    private Instant end() {
        var longest = clock.instant().plus(settings.longest());
        return CallerToken.current()
                .map(it -> it.getCredentials().getExpiresAt())
                .filter(it -> it.isBefore(longest))
                .orElse(longest);
    }

    private Look look(Reader reader) {
        var snapshot = casework.read(reader.agency(), reader.id(), reader.party());
        // Read later, the history may have more; what belongs to a later state is told with it.
        var last = casework.history(reader.agency(), reader.id(), reader.party()).stream()
                .filter(it -> it.seq() <= snapshot.seq())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException(reader.id() + " has no history"));
        return new Look(snapshot, last);
    }

    /**
     * While the store is away the last look holds; it is not the newest, so the next round looks again. Null when there is
     * nothing to see any more.
     */
    private @Nullable Look lookAgain(Reader reader, Look before) {
        try {
            return look(reader);
        } catch (Problem hidden) {
            return null;
        } catch (DataAccessException away) {
            log.warn("{} cannot be read now: {}", reader.id(), away.getMessage());
            return before;
        }
    }

    private static long seq(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return 0;
        }
        if (!lastEventId.matches("\\d{1,18}")) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "Last-Event-ID").at("Last-Event-ID", "type");
        }
        return Long.parseLong(lastEventId);
    }
}
