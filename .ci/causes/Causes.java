import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Says what the gateway's CPU time goes into, by a flight recording. See docs/operations.md, Measurements. */
class Causes {

    /** The frame nearest to the running method that begins so tells the cause. The first match in this order counts. */
    private static final Map<String, String> BY_FRAME = new LinkedHashMap<>();

    static {
        cause("exchange with the service (wires, HttpCore, sockets)", "org.apache.hc.", "io.motcua.gateway.wires.");
        cause("span and ids of the log", "brave.", "io.micrometer.tracing.", "org.slf4j.", "ch.qos.logback.");
        cause(
                "metrics",
                "io.micrometer.",
                "io.prometheus.",
                "io.motcua.gateway.routes.Measured",
                "org.springframework.web.filter.ServerHttpObservationFilter");
        cause("circuit breaker", "io.github.resilience4j.", "io.motcua.gateway.routes.Breakers");
        cause(
                "token",
                "io.motcua.platform.security.ProvenTokens",
                "io.motcua.platform.security.BearerTokens",
                "io.motcua.platform.security.TrustedIssuers",
                "io.motcua.platform.history.Digest",
                "org.springframework.security.oauth2.",
                "com.nimbusds.",
                "com.github.benmanes.");
        cause(
                "firewall of addresses and headers",
                "org.springframework.security.web.firewall.",
                "io.motcua.platform.security.PlainText");
        cause("headers that browsers go by", "org.springframework.security.web.header.");
        cause("Spring Security's other filters", "org.springframework.security.", "io.motcua.platform.");
        cause("quotas, bulkhead", "io.motcua.gateway.limits.");
        cause("app keys", "io.motcua.gateway.apps.");
        cause(
                "choice of the instance",
                "io.motcua.gateway.routes.Instances",
                "com.netflix.",
                "org.springframework.cloud.");
        cause(
                "route, placement",
                "io.motcua.gateway.routes.Routes",
                "io.motcua.gateway.routes.Targets",
                "org.springframework.web.util.pattern.",
                "org.springframework.http.server.");
        cause("headers passed on", "io.motcua.gateway.routes.PassedHeaders", "io.motcua.gateway.routes.AnsweredHeaders");
        cause("the rest of the way through the doors", "io.motcua.gateway.routes.");
        cause("body limit, pace, request id, CORS", "io.motcua.gateway.edge.");
        cause("other filters of Spring", "org.springframework.web.filter.", "org.springframework.boot.");
        cause("Tomcat: connections, selector, sockets", "org.apache.tomcat.util.net.", "sun.nio.ch.EPoll");
        cause("Tomcat: HTTP and servlets", "org.apache.");
        cause("virtual threads", "java.lang.VirtualThread", "java.util.concurrent.ForkJoin", "sun.nio.ch.Poller");
    }

    private static void cause(String name, String... frames) {
        for (var frame : frames) {
            BY_FRAME.put(frame, name);
        }
    }

    /** A recording, and if it is known the CPU time of a request in µs, which then is divided by the shares. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var samples = RecordingFile.readAllEvents(file).stream()
                .filter(it -> it.getEventType().getName().equals("jdk.CPUTimeSample"))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
        if (samples.isEmpty()) {
            throw new IOException(file + " holds no jdk.CPUTimeSample: Linux and JDK 25 write them when told to");
        }
        var begun = samples.getFirst().getStartTime();
        var half = begun.plus(
                Duration.between(begun, samples.getLast().getStartTime()).dividedBy(2));
        var counts = new HashMap<String, Integer>();
        int all = 0;
        for (var it : samples) {
            // The second half: the first is the start and the compiler's work.
            if (it.getStartTime().isAfter(half) && it.getStackTrace() != null) {
                counts.merge(causeOf(it), 1, Integer::sum);
                all++;
            }
        }
        double whole = arguments.length > 1 ? Double.parseDouble(arguments[1]) : Double.NaN;
        System.out.printf("%,d samples%n", all);
        for (var it : counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList()) {
            double share = (double) it.getValue() / all;
            System.out.printf(Locale.ROOT, "%5.1f %%", share * 100);
            if (!Double.isNaN(whole)) {
                System.out.printf(Locale.ROOT, " %5.1f µs", share * whole);
            }
            System.out.println("  " + it.getKey());
        }
    }

    private static String causeOf(RecordedEvent sample) {
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            var name = frame.getMethod().getType().getName();
            for (var it : BY_FRAME.entrySet()) {
                if (name.startsWith(it.getKey())) {
                    return it.getValue();
                }
            }
        }
        return "background";
    }
}
