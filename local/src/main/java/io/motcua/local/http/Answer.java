package io.motcua.local.http;

import io.motcua.local.failure.Failure;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 400;

    /** Itself, if the status is one of these; else a failure that says what the problem document says. */
    public Answer expect(Integer... statuses) {
        if (!Set.of(statuses).contains(status)) {
            throw new Failure("%s answered %d: %s".formatted(request, status, problem()));
        }
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Failure("%s answered %d, but not with JSON: %s".formatted(request, status, shortened()), e);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    private String problem() {
        boolean described = header("Content-Type").orElse("").startsWith("application/problem+json");
        if (!described) {
            return shortened();
        }
        JsonNode problem = json();
        String errors = problem.path("errors").isEmpty() ? "" : " " + problem.path("errors");
        return problem.path("type").asString("") + " " + problem.path("detail").asString("") + errors;
    }

    private String shortened() {
        String text = text().strip().replaceAll("\\s+", " ");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
