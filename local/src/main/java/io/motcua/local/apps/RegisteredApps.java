package io.motcua.local.apps;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Does it, and tells in lines what it did. */
public final class RegisteredApps {

    private static final String APPS = "/api/v1/apps";

    private final Api gateway;

    /** @param gateway as somebody who may manage apps */
    public RegisteredApps(Api gateway) {
        this.gateway = gateway;
    }

    public List<String> run(AppCommand command) {
        return switch (command) {
            case AppCommand.Add add -> add(add);
            case AppCommand.Show() -> all().stream().map(RegisteredApps::line).toList();
            case AppCommand.Key(String app) -> List.of(issue(find(app)));
            case AppCommand.Revoke(String app, String key) -> {
                gateway.delete(address(find(app)) + "/keys/" + key, null).expect(204);
                yield List.of("key %s is revoked".formatted(key));
            }
            case AppCommand.Remove(String app) -> {
                var found = find(app);
                gateway.delete(address(found), "\"" + found.path("revision").asLong() + "\"")
                        .expect(204);
                yield List.of("%s is removed".formatted(found.path("name").asString()));
            }
        };
    }

    private List<String> add(AppCommand.Add add) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", add.name());
        add.agency().ifPresent(it -> body.put("agency", it));
        body.put("agencies", add.agencies().isEmpty() ? List.of(add.agency().orElse("*")) : add.agencies());
        body.put("scopes", add.scopes());
        body.put("origins", add.origins());
        add.quota().ifPresent(it -> body.put("quota", quota(it)));
        var app = gateway.post(APPS, body).expect(201).json();
        return List.of(line(app), "key, shown this once: " + issue(app));
    }

    private static Map<String, Object> quota(String text) {
        var words = text.split("/", 2);
        try {
            double perSecond = Double.parseDouble(words[0]);
            return words.length == 1
                    ? Map.of("perSecond", perSecond)
                    : Map.of("perSecond", perSecond, "burst", Long.parseLong(words[1]));
        } catch (NumberFormatException e) {
            throw new Failure("'%s' is no quota; one is 50, or 50/200".formatted(text), e);
        }
    }

    private String issue(JsonNode app) {
        return gateway.post(address(app) + "/keys", Map.of())
                .expect(201)
                .json()
                .path("key")
                .asString();
    }

    private JsonNode find(String idOrName) {
        var found = all().stream()
                .filter(it -> idOrName.equals(it.path("id").asString())
                        || idOrName.equals(it.path("name").asString()))
                .toList();
        if (found.size() != 1) {
            throw new Failure(
                    found.isEmpty()
                            ? "there is no app '%s'; ./motcua app list shows all".formatted(idOrName)
                            : "%d apps are called '%s'; name one by its id".formatted(found.size(), idOrName));
        }
        return found.getFirst();
    }

    private List<JsonNode> all() {
        var apps = new ArrayList<JsonNode>();
        var next = APPS + "?limit=200";
        while (!next.isEmpty()) {
            var page = gateway.get(next).expect(200).json();
            page.path("items").forEach(apps::add);
            next = page.path("next").asString("");
        }
        return apps;
    }

    private static String address(JsonNode app) {
        return APPS + "/" + app.path("id").asString();
    }

    private static String line(JsonNode app) {
        return "%s  %s  of %s, calls %s, may %s, keys %s"
                .formatted(
                        app.path("id").asString(),
                        app.path("name").asString(),
                        app.path("agency").asString("the platform"),
                        words(app.path("agencies")),
                        words(app.path("scopes")),
                        keys(app.path("keys")));
    }

    private static String words(JsonNode list) {
        return list.isEmpty()
                ? "nothing"
                : StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" "));
    }

    private static String keys(JsonNode keys) {
        return keys.isEmpty()
                ? "none"
                : StreamSupport.stream(keys.spliterator(), false)
                        .map(it -> it.path("id").asString() + (it.has("revoked") ? " (revoked)" : ""))
                        .collect(Collectors.joining(" "));
    }
}
