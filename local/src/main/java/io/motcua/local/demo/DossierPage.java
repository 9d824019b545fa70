package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Answer;
import io.motcua.local.http.Api;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One dossier over HTTP, as whoever looks at it sees it. */
final class DossierPage {

    private static final int STALE = 412;

    /** Events change a dossier between two looks at it; whoever decides on an old look has to look again. */
    private static final int LOOKS = 5;

    private final String path;

    /** @param path of the dossier, as its {@code Location} said */
    DossierPage(String path) {
        this.path = path;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String path(String below) {
        return path + "/" + below;
    }

    JsonNode read(Api reader) {
        return reader.get(path).expect(200).json();
    }

    /** Sends a command with the ETag of a fresh look; returns the dossier afterwards. */
    JsonNode command(Api actor, String name, Object body) {
        decide(actor, etag -> actor.post(path(name), body, etag));
        return read(actor);
    }

    /** Puts a document in its place. */
    JsonNode put(Api actor, String name, String contentType, byte[] body) {
        decide(actor, etag -> actor.put(path(name), contentType, body, etag));
        return read(actor);
    }

    /** Reads, and insists on the national status code. */
    JsonNode inStatus(JsonNode dossier, int code) {
        int actual = dossier.path("status").path("code").asInt(-1);
        if (actual != code) {
            throw new Failure("the dossier should have status %d now, but has %d".formatted(code, actual));
        }
        return dossier;
    }

    /** Whether nothing is owed that was demanded. */
    static boolean isPaid(JsonNode dossier) {
        JsonNode demands = dossier.path("demands");
        return !demands.isEmpty()
                && StreamSupport.stream(demands.spliterator(), false)
                        .allMatch(demand -> demand.path("paid").asBoolean());
    }

    private void decide(Api actor, Function<String, Answer> command) {
        Answer answer = null;
        for (int look = 0; look < LOOKS && (answer == null || answer.status() == STALE); look++) {
            String etag = actor.get(path).expect(200).header("ETag").orElse("*");
            answer = command.apply(etag);
        }
        if (answer != null) {
            answer.expect(200, 201, 204);
        }
    }
}
