package io.motcua.local.onboarding;

import io.motcua.local.http.Api;
import io.motcua.local.signin.SignIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Units, staff, services and the bank's merchant of a new agency. What is there already stays as it is. */
public final class Furnishing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> NATIONS = Set.of("tier", "level-scheme");
    private static final int SECRET_BYTES = 32;

    private final Path samples;
    private final Hub hub;
    private final Api sandbox;
    private final URI gateway;
    private final String agency;
    private final String name;

    /**
     * @param samples the catalogue's sample data, with the folder {@code new-agency}
     * @param gateway as the bank reaches it
     */
    public Furnishing(Path samples, Hub hub, Api sandbox, URI gateway, String agency, String name) {
        this.samples = samples;
        this.hub = hub;
        this.sandbox = sandbox;
        this.gateway = gateway;
        this.agency = agency;
        this.name = name;
    }

    /** Tiers and level schemes hold for the nation, but an agency's own catalogue has none yet. */
    public void nation() {
        hub.take(
                "/api/v1/agencies/" + agency + "/import",
                lines(samples.resolve("platform.ndjson"), Furnishing::isNations));
    }

    public void records() {
        var staff = StreamSupport.stream(
                        sandbox.get("/sign-ins/" + agency)
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(this::staffLine)
                .collect(Collectors.joining("\n", "\n", "\n"));
        byte[] records = lines(samples.resolve("new-agency").resolve("records.ndjson"), _ -> true);
        hub.take(
                "/api/v1/agencies/" + agency + "/import",
                (new String(records, StandardCharsets.UTF_8) + staff).getBytes(StandardCharsets.UTF_8));
    }

    public void services() {
        hub.take(
                "/api/v1/agencies/" + agency + "/services/import",
                lines(samples.resolve("new-agency").resolve("services.ndjson"), _ -> true));
    }

    /** First the bank, then the agency: the secret is nowhere else, so a repetition agrees on a new one. */
    public void contract(Api accountant) {
        var secret = secret();
        var merchant = "DEMO" + agency + "1";
        sandbox.put(
                        "/bank/merchants/" + merchant,
                        Map.of(
                                "secret",
                                secret,
                                "name",
                                name,
                                "ipnUrl",
                                gateway.resolve("/api/v1/agencies/" + agency + "/payments/vnpay/ipn")
                                        .toString()))
                .expect(200, 201);
        var path = "/api/v1/agencies/" + agency + "/payments/merchants/vnpay";
        var known = accountant.get(path).expect(200, 404);
        var terms = Map.of("tmnCode", merchant, "secret", secret);
        var answer = known.header("ETag")
                .filter(_ ->
                        known.status() == 200 && known.json().path("entered").asBoolean())
                .map(etag -> accountant.put(path, terms, "If-Match", etag))
                .orElseGet(() -> accountant.put(path, terms, "If-None-Match", "*"));
        answer.expect(200, 201);
    }

    /** Who signs in for the contract. */
    public static String accountant(String agency) {
        return SignIns.playing("accountant", agency);
    }

    private String staffLine(JsonNode member) {
        var line = JSON.createObjectNode()
                .put("record", "staff")
                .put("agency", agency)
                .put("personalId", member.path("personalId").asString())
                .put("unit", "000.00.51." + agency)
                .put("active", true);
        line.putArray("roles").add(member.path("role").asString());
        return JSON.writeValueAsString(line);
    }

    private byte[] lines(Path file, Predicate<JsonNode> which) {
        Function<String, String> filled = it -> it.replace("{agency}", agency).replace("{name}", quoted(name));
        try (var lines = Files.lines(file)) {
            return lines.map(filled)
                    .filter(it -> which.test(JSON.readTree(it)))
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The samples could not be read", e);
        }
    }

    private static boolean isNations(JsonNode row) {
        return NATIONS.contains(row.path("record").asString(""));
    }

    /** As it may stand between the quotes of a JSON text. */
    private static String quoted(String text) {
        var json = JSON.writeValueAsString(text);
        return json.substring(1, json.length() - 1);
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
