package io.motcua.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client with cookies that follows no redirect by itself, so that a test sees each. */
public final class Browser {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public Browser(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public Page get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Page postForm(String path, Map<String, String> fields, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query(fields))));
    }

    public Page postJson(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Page putJson(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Page delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(base.resolve(path));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Page(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The parameters of an address, decoded. */
    public static Map<String, String> parameters(String address) {
        var parameters = new LinkedHashMap<String, String>();
        var query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    public record Page(int status, String location, String contentType, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The first value of each hidden field. */
        public Map<String, String> hiddenFields() {
            var fields = new LinkedHashMap<String, String>();
            INPUT.matcher(body)
                    .results()
                    .map(it -> it.group())
                    .filter(it -> it.contains("type=\"hidden\""))
                    .forEach(input -> fields.putIfAbsent(attribute(input, "name"), attribute(input, "value")));
            return fields;
        }

        private static String attribute(String tag, String name) {
            var found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
            return found.find() ? found.group(1).replace("&amp;", "&") : "";
        }
    }
}
