package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import io.motcua.local.runtime.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * {@code ./motcua bench gateway}: the same requests in turn through nginx, through a stock Spring Cloud gateway and through
 * ours, to an nginx that answers a fixed kilobyte.
 */
public final class GatewayBench {

    private static final int ROUNDS = 5;
    private static final Duration LENGTH = Duration.ofSeconds(8);

    /** Until the compiler has done most of its work. */
    private static final Duration WARM_UP = Duration.ofSeconds(25);

    private static final int CITIZENS = 64;
    private static final String NGINX = "nginx";
    private static final String STOCK = "stock gateway";
    private static final String GATEWAY = "gateway";
    private static final String OWN = "gateway, before an agency's own instance";

    private final Workspace workspace;
    private final Map<String, String> environment;
    private final PrintStream out;

    public GatewayBench(Workspace workspace, Map<String, String> environment, PrintStream out) {
        this.workspace = workspace;
        this.environment = environment;
        this.out = out;
    }

    private record Candidate(Server server, String agency) {

        String address() {
            return server.address() + "/api/v1/agencies/" + agency + "/dossiers/000.00.15.H37-261125-0001";
        }
    }

    /** @param cpuMicros of the process that is measured, per request */
    private record Round(Measured measured, double cpuMicros) {

        static Round of(Candidate candidate, Wrk wrk, Duration length) {
            var before = candidate.server().used();
            var measured = wrk.ask(candidate.address(), length);
            double used = candidate.server().used().minus(before).toNanos() / 1e3;
            return new Round(measured, used / (measured.perSecond() * length.toSeconds()));
        }

        static Round median(List<Round> rounds) {
            var cpu = rounds.stream().mapToDouble(Round::cpuMicros).sorted().toArray();
            return new Round(
                    Measured.median(rounds.stream().map(Round::measured).toList()), cpu[cpu.length / 2]);
        }

        @Override
        public String toString() {
            return measured + String.format(Locale.ROOT, ", CPU %.0f µs a request", cpuMicros);
        }
    }

    public void run() {
        var tools = new Tools(environment);
        var nginx = tools.require("nginx", "nginx-light");
        var wrk = tools.require("wrk", "wrk");
        var folder = folder();
        try (var issuer = Issuer.start();
                var gateways = new GatewayUnderTest(workspace, folder, environment)) {
            var servers = new Nginx(nginx, folder);
            try (var origin = servers.origin();
                    var proxy = servers.proxy(origin)) {
                var product = gateways.product(origin, issuer);
                var candidates = new LinkedHashMap<String, Candidate>();
                candidates.put(NGINX, new Candidate(proxy, Agencies.POOLED));
                candidates.put(STOCK, new Candidate(gateways.stock(origin), Agencies.POOLED));
                candidates.put(GATEWAY, new Candidate(product, Agencies.POOLED));
                candidates.put(OWN, new Candidate(product, Agencies.OWN));
                conclude(measure(candidates, Wrk.in(folder, wrk, issuer.tokens(CITIZENS))));
            }
        }
        try {
            Folders.delete(folder); // of a run that failed it stays, with the logs
        } catch (IOException e) {
            throw new Failure("%s could not be removed: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private Path folder() {
        try {
            Files.createDirectories(workspace.home());
            return Files.createTempDirectory(workspace.home(), "bench-gateway-");
        } catch (IOException e) {
            throw new Failure("%s cannot be written to: %s".formatted(workspace.home(), e.getMessage()), e);
        }
    }

    private Map<String, Round> measure(Map<String, Candidate> candidates, Wrk wrk) {
        candidates.forEach((name, it) -> out.printf("warm-up %s: %s%n", name, Round.of(it, wrk, WARM_UP)));
        var rounds = new LinkedHashMap<String, List<Round>>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (var it : candidates.entrySet()) {
                var seen = Round.of(it.getValue(), wrk, LENGTH);
                out.printf("round %d %s: %s%n", round, it.getKey(), seen);
                rounds.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(seen);
            }
        }
        var medians = new LinkedHashMap<String, Round>();
        rounds.forEach((name, all) -> medians.put(name, Round.median(all)));
        return medians;
    }

    private void conclude(Map<String, Round> medians) {
        medians.forEach((name, it) -> out.printf("median of %d rounds, %s: %s%n", ROUNDS, name, it));
        ratio(medians, GATEWAY, STOCK);
        ratio(medians, OWN, NGINX);
        ratio(medians, GATEWAY, NGINX);
    }

    private void ratio(Map<String, Round> medians, String one, String other) {
        var mine = Objects.requireNonNull(medians.get(one)).measured();
        var theirs = Objects.requireNonNull(medians.get(other)).measured();
        out.printf(
                Locale.ROOT,
                "%s/%s: %.2f (%,.0f of %,.0f requests/s, p99 %.1f of %.1f ms)%n",
                one,
                other,
                mine.perSecond() / theirs.perSecond(),
                mine.perSecond(),
                theirs.perSecond(),
                mine.p99(),
                theirs.p99());
    }
}
