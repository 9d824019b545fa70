package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.layout.Workspace;
import io.motcua.local.runtime.BootPart;
import io.motcua.local.runtime.ClassPathPart;
import io.motcua.local.runtime.Installation;
import io.motcua.local.runtime.Jvm;
import io.motcua.local.runtime.Part;
import io.motcua.local.secrets.DevSecrets;
import io.motcua.local.secrets.RegisterSecrets;
import io.motcua.local.secrets.RegisterSecrets.Kind;
import io.motcua.local.supervision.HttpProbe;
import io.motcua.local.supervision.ReadyLine;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The gateway of the product with all that it stands on, and beside it the stock one. */
final class GatewayUnderTest implements AutoCloseable {

    /** More flags for the gateway's JVM, to look into it while it is measured. */
    static final String JVM = "MOTCUA_BENCH_JVM";

    private static final String SERVICE = "dossier-service";

    /** As the images start it, see docker/start; the full compiler is what a JVM has without a word. */
    private static final List<String> SERVER = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Xss512k");

    /** Far above what can be asked here: limits are reckoned for every request, and none is refused. */
    private static final Map<String, String> LIMITS = Map.of(
            "MOTCUA_GATEWAY_LIMITS_CLIENT_PERSECOND", "1000000",
            "MOTCUA_GATEWAY_LIMITS_CLIENT_BURST", "1000000",
            "MOTCUA_GATEWAY_LIMITS_AGENCY_PERSECOND", "1000000",
            "MOTCUA_GATEWAY_LIMITS_AGENCY_BURST", "1000000");

    private final Workspace workspace;
    private final Installation installation;
    private final Path logs;
    private final Map<String, String> environment;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    GatewayUnderTest(Workspace workspace, Path logs, Map<String, String> environment) {
        this.workspace = workspace;
        this.installation = new Installation(workspace.run(), Jvm.ofLauncher());
        this.logs = logs;
        this.environment = environment;
    }

    Server stock(Server origin) {
        int port = Server.freePort();
        var surroundings = Map.of("SERVER_PORT", String.valueOf(port), "UPSTREAM", origin.address());
        return boot("stock-gateway", port, List.of(), surroundings, port, "/api/");
    }

    /** With the origin as the only instance of a service, in the pool and as an agency's own. */
    Server product(Server origin, Issuer issuer) {
        var store = EmbeddedStore.start(workspace);
        running.push(store);
        var broker = broker();
        new Agencies(broker).record(SERVICE);
        int register = Server.freePort();
        int registersHealth = Server.freePort();
        var credentials = DevSecrets.in(logs.resolve("keys")).register();
        // All of them before the register reads them: it looks for newer ones only from time to time.
        var reader = credentials.secret(Kind.READER, "gateway");
        var pool = holder(credentials, "pool");
        var own = holder(credentials, Agencies.OWN);
        var discovery = boot(
                "discovery",
                register,
                List.of(),
                Map.of(
                        "SERVER_PORT", String.valueOf(register),
                        "MANAGEMENT_SERVER_PORT", String.valueOf(registersHealth),
                        "MOTCUA_REGISTER_CREDENTIALS", credentials.credentials().toString(),
                        // It outlives the measurement, for the origin renews nothing.
                        "MOTCUA_REGISTER_LEASE", "1h",
                        "MOTCUA_REGISTER_SILENCE", "0"),
                registersHealth,
                "/actuator/health");
        register(discovery, origin, "pool", pool, "");
        register(discovery, origin, Agencies.OWN, own, Agencies.OWN);
        int port = Server.freePort();
        int health = Server.freePort();
        var surroundings = new HashMap<>(LIMITS);
        surroundings.put("SERVER_PORT", String.valueOf(port));
        surroundings.put("MANAGEMENT_SERVER_PORT", String.valueOf(health));
        surroundings.put("MONGODB_URI", store.uri());
        surroundings.put("KAFKA_BOOTSTRAP_SERVERS", broker);
        surroundings.put("EUREKA_URL", discovery.address() + "/eureka");
        surroundings.put("MOTCUA_REGISTER_SECRET", reader);
        surroundings.put("MOTCUA_ISSUER", issuer.address());
        surroundings.put("MOTCUA_PERSON_SECRET", "a secret of the bench and of nothing else");
        var more = environment.getOrDefault(JVM, "").strip();
        return boot(
                "gateway",
                port,
                more.isEmpty() ? List.of() : Arrays.asList(more.split("\\s+")),
                surroundings,
                health,
                "/actuator/health/readiness");
    }

    private String broker() {
        int port = Server.freePort();
        var data = logs.resolve("kafka");
        var command = command(ClassPathPart.embedded(workspace.root(), "io.motcua.embedded.KafkaServer"), List.of());
        command.addAll(List.of(
                "--port", String.valueOf(port),
                "--controller-port", String.valueOf(Server.freePort()),
                "--data", data.toString()));
        var log = logs.resolve("kafka.log");
        var kafka = Server.start("kafka", port, command, Map.of(), log);
        running.push(kafka);
        kafka.once(new ReadyLine(log));
        return "127.0.0.1:" + port;
    }

    private Server boot(
            String module,
            int port,
            List<String> flags,
            Map<String, String> surroundings,
            int readyPort,
            String readyPath) {
        var command = command(BootPart.ofModule(workspace.root(), module), flags);
        var server = Server.start(module, port, command, surroundings, logs.resolve(module + ".log"));
        running.push(server);
        return server.once(new HttpProbe(URI.create("http://127.0.0.1:" + readyPort + readyPath)));
    }

    private List<String> command(Part part, List<String> flags) {
        try {
            var command = new ArrayList<String>();
            command.add(Jvm.ofLauncher().toString());
            command.addAll(SERVER);
            command.addAll(flags);
            command.addAll(part.program(installation.of(part)));
            return command;
        } catch (IOException e) {
            throw new Failure("%s cannot be unpacked: %s".formatted(part.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static String holder(RegisterSecrets credentials, String placement) {
        return placement + ":" + credentials.secret(Kind.PLACEMENT, placement);
    }

    /** As an instance that says of itself whose it is. */
    private static void register(Server discovery, Server origin, String placement, String holder, String agency) {
        var instance = Map.of(
                "instanceId",
                placement + ":" + SERVICE + ":bench",
                "app",
                SERVICE.toUpperCase(Locale.ROOT),
                "vipAddress",
                SERVICE,
                "hostName",
                "127.0.0.1",
                "ipAddr",
                "127.0.0.1",
                "status",
                "UP",
                "port",
                Map.of("$", origin.port(), "@enabled", "true"),
                "dataCenterInfo",
                Map.of("@class", "com.netflix.appinfo.MyDataCenterInfo", "name", "MyOwn"),
                "leaseInfo",
                Map.of("renewalIntervalInSecs", 30, "durationInSecs", 3_600),
                "metadata",
                Map.of("agency", agency));
        var basic = Base64.getEncoder().encodeToString(holder.getBytes(StandardCharsets.UTF_8));
        Api.at(URI.create(discovery.address()))
                .post(
                        "/eureka/apps/" + SERVICE.toUpperCase(Locale.ROOT),
                        "application/json",
                        JsonMapper.shared().writeValueAsBytes(Map.of("instance", instance)),
                        "Authorization",
                        "Basic " + basic)
                .expect(204);
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                throw new Failure("a part of the bench does not end: " + e.getMessage(), e);
            }
        }
    }
}
