package io.motcua.local;

import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.processes.ResidentMemory;
import io.motcua.local.supervision.ChildReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of {@code ./motcua status}. */
final class Status {

    private static final String ROW = "%-25s %-10s %8s  %-11s %9s %9s %8s  %s";

    private final Ports ports;
    private final List<OwnPlace> places;
    private final Instant now;

    /** @param places of agencies' own instances */
    Status(Ports ports, List<OwnPlace> places, Instant now) {
        this.ports = ports;
        this.places = List.copyOf(places);
        this.now = now;
    }

    List<String> lines(List<ChildReport> children, long supervisor) {
        Map<Long, Long> memory = ResidentMemory.mebibytes(Stream.concat(
                        Stream.of(supervisor),
                        children.stream().map(ChildReport::pid).filter(pid -> pid != 0))
                .toList());
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("service", "state", "pid", "port", "uptime", "restarts", "RSS MiB", "")
                .stripTrailing());
        children.forEach(child -> lines.add(row(child, memory)));
        lines.add(ROW.formatted(SupervisorProcess.NAME, "", supervisor, "", "", "", mebibytes(memory, supervisor), "")
                .stripTrailing());
        lines.add("total RSS: %d MiB"
                .formatted(memory.values().stream().mapToLong(Long::longValue).sum()));
        return lines;
    }

    private String row(ChildReport child, Map<Long, Long> memory) {
        boolean runs = child.pid() != 0;
        return ROW.formatted(
                        child.name(),
                        child.state().name().toLowerCase(Locale.ROOT),
                        runs ? child.pid() : "",
                        ports(child.name()),
                        runs ? uptime(child) : "",
                        child.restarts(),
                        runs ? mebibytes(memory, child.pid()) : "",
                        Stream.of(child.detail(), child.warning())
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("; ")))
                .stripTrailing();
    }

    private String ports(String name) {
        var service = OwnPlace.component(name);
        var place = OwnPlace.agency(name)
                .flatMap(agency ->
                        places.stream().filter(it -> it.agency().equals(agency)).findFirst());
        if (service.isPresent()) {
            return place.map(it -> String.valueOf(it.port(service.get(), ports)))
                    .orElse("");
        }
        return Component.named(name).ports().stream()
                .filter(port -> port != Port.KAFKA_CONTROLLER)
                .map(port -> String.valueOf(ports.of(port)))
                .collect(Collectors.joining(","));
    }

    private String uptime(ChildReport child) {
        var uptime = Duration.between(Instant.ofEpochMilli(child.startedAtMillis()), now);
        return "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), Math.max(0, uptime.toSecondsPart()));
    }

    private static String mebibytes(Map<Long, Long> memory, long pid) {
        Long size = memory.get(pid);
        return size == null ? "" : size.toString();
    }
}
