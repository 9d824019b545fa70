package io.motcua.local.onboarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An agency as the hub's catalogue has it. */
public record HubRecord(ObjectNode json) {

    static final String SOURCE = "./motcua agency add";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SERVICES =
            List.of("catalog-service", "dossier-service", "payment-service", "notification-service");
    private static final String PLACEMENTS = "placements";
    private static final String POOL = "pool";
    private static final String WITHDRAWN = "withdrawn";

    /** @param own the services of which it has instances of its own */
    static HubRecord of(String agency, String kind, String name, List<String> own) {
        var json = JSON.createObjectNode()
                .put("agency", agency)
                .put("kind", kind)
                .put("validFrom", "2020-01-01")
                .put("source", SOURCE);
        json.putObject("names").put("vi", name).put("en", name);
        var record = new HubRecord(json);
        var placements = json.putObject(PLACEMENTS);
        own.forEach(it -> record.place(placements, it, "own", 1));
        return record;
    }

    public String agency() {
        return json.path("agency").asString();
    }

    public String name() {
        return json.at("/names/vi").asString();
    }

    /** Whether it was added by this command; what else is in the hub is none of its business. */
    public boolean addedHere() {
        return SOURCE.equals(json.path("source").asString(""));
    }

    public boolean withdrawn() {
        return SERVICES.stream().allMatch(it -> mode(it).equals(WITHDRAWN));
    }

    HubRecord inWithdrawal() {
        var copy = new HubRecord(json.deepCopy());
        var placements = copy.json.putObject(PLACEMENTS);
        SERVICES.forEach(it -> place(placements, it, WITHDRAWN, epoch(it) + 1));
        return copy;
    }

    /** {@code pool}, {@code own}, {@code withdrawn}, or which service is where. */
    public String placement() {
        var modes = new LinkedHashMap<String, String>();
        SERVICES.forEach(it -> modes.put(it, mode(it)));
        var distinct = modes.values().stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.getFirst();
        }
        return modes.entrySet().stream()
                .filter(it -> !it.getValue().equals(POOL))
                .map(it -> it.getValue() + " " + it.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The highest of its services'. */
    public int epoch() {
        return SERVICES.stream().mapToInt(this::epoch).max().orElse(0);
    }

    /** A line of the platform's import. */
    byte[] line() {
        var line = JSON.createObjectNode().put("record", "agency");
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            line.set(field.getKey(), field.getValue());
        }
        return JSON.writeValueAsBytes(line);
    }

    private void place(ObjectNode placements, String service, String mode, int epoch) {
        placements.putObject(service).put("mode", mode).put("epoch", epoch);
    }

    private String mode(String service) {
        return json.path(PLACEMENTS).path(service).path("mode").asString(POOL);
    }

    private int epoch(String service) {
        return json.path(PLACEMENTS).path(service).path("epoch").asInt(0);
    }
}
