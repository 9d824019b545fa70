package io.motcua.dossier.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The identity provider of {@code .ci/foreign} as a process, and the browser of whoever signs in there. */
public final class ForeignProvider implements AutoCloseable {

    private static final String CLIENT = "one-door";
    private static final String CALLBACK = "http://127.0.0.1/callback";
    private static final int STEPS = 12;

    private final String issuer;
    private final Process process;
    private final Writer orders;
    private final BufferedReader says;

    private ForeignProvider(Path folder) throws IOException {
        int port = freePort();
        issuer = "http://127.0.0.1:" + port;
        process = new ProcessBuilder("node", "issuer.mjs", String.valueOf(port))
                .directory(folder.toFile())
                .redirectError(folder.resolve("issuer.log").toFile())
                .start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        says = process.inputReader(StandardCharsets.UTF_8);
        await("ready");
    }

    public static ForeignProvider in(Path folder) {
        try {
            return new ForeignProvider(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return issuer;
    }

    /** A new key in place of the old one. */
    public void rotate() throws IOException {
        orders.write("rotate\n");
        orders.flush();
        await("rotated");
    }

    /** An access token for our API, by the code flow with PKCE as a browser walks it. */
    public String signIn(String name) throws IOException, InterruptedException {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var verifier = UUID.randomUUID().toString() + UUID.randomUUID();
            var next = URI.create(issuer + "/auth?"
                    + form(Map.of(
                            "client_id", CLIENT,
                            "response_type", "code",
                            "redirect_uri", CALLBACK,
                            "scope", "openid dossiers",
                            "resource", "urn:motcua:api",
                            "code_challenge", challenge(verifier),
                            "code_challenge_method", "S256")));
            var answer = browser.send(HttpRequest.newBuilder(next).build(), BodyHandlers.ofString());
            for (int step = 0; step < STEPS; step++) {
                if (answer.statusCode() == 303) {
                    next = next.resolve(answer.headers().firstValue("Location").orElseThrow());
                    if (next.toString().startsWith(CALLBACK)) {
                        return token(browser, next, verifier);
                    }
                    answer = browser.send(HttpRequest.newBuilder(next).build(), BodyHandlers.ofString());
                } else {
                    // Its page asks who one is, then whether the app may act for one.
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    var asked = answer.body().contains("value=\"login\"") ? "login" : "consent";
                    answer = post(browser, next, Map.of("prompt", asked, "login", name, "password", "any"));
                }
            }
            throw new AssertionError("No sign-in within " + STEPS + " steps; last " + next + ": " + answer.body());
        }
    }

    private String token(HttpClient browser, URI callback, String verifier) throws IOException, InterruptedException {
        var code = Arrays.stream(callback.getQuery().split("&"))
                .filter(it -> it.startsWith("code="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No code: " + callback))
                .substring("code=".length());
        var answer = post(
                browser,
                URI.create(issuer + "/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", CALLBACK,
                        "code", code,
                        "resource", "urn:motcua:api",
                        "code_verifier", verifier));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private static HttpResponse<String> post(HttpClient browser, URI where, Map<String, String> form)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(where)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String word) throws IOException {
        for (var line = says.readLine(); line != null; line = says.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new IllegalStateException("The provider ended before it said " + word + ", see issuer.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
