package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Everybody knocks at every operation of the register, for an instance of the own placement and of the others'. What comes
 * out is compared with what should, and with a page that is committed ({@code -Daccess.write=true} writes it anew).
 */
class AccessTest extends RunningRegister {

    private static final Path PAGE = Path.of("docs", "access.md");

    /** Each credential by its name; nobody has none. */
    private static final List<String> VISITORS = List.of("", "gateway", "pool", "H37", "H12", "discovery-2");

    private static final List<String> PLACEMENTS = List.of("pool", "H37", "H12");

    private enum For {
        READERS,
        OWNERS,
        PEERS,
        NOBODY
    }

    private record Operation(String method, String path, For whom) {

        String body(Instance instance) {
            return switch (path) {
                case "/eureka/apps/{service}" -> method.equals("POST") ? instance.json() : "";
                case "/eureka/peerreplication/batch/" -> PeerTest.batch(instance);
                default -> "";
            };
        }

        String address(Instance instance) {
            return path.replace("/{service}/{id}", instance.path().substring("/apps".length()) + "/" + instance.id())
                    .replace("apps/{service}", instance.path().substring(1))
                    .replace("{service}", "dossier-service")
                    .replace("{id}", instance.id());
        }
    }

    private static final String INSTANCE = "/eureka/apps/{service}/{id}";

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("GET", "/eureka/apps", For.READERS),
            new Operation("GET", "/eureka/apps/delta", For.READERS),
            new Operation("GET", "/eureka/apps/{service}", For.READERS),
            new Operation("GET", INSTANCE, For.READERS),
            new Operation("GET", "/eureka/vips/{service}", For.READERS),
            new Operation("GET", "/eureka/svips/{service}", For.READERS),
            new Operation("GET", "/eureka/instances/{id}", For.READERS),
            new Operation("POST", "/eureka/apps/{service}", For.OWNERS),
            new Operation("PUT", INSTANCE, For.OWNERS),
            new Operation("PUT", INSTANCE + "/status?value=OUT_OF_SERVICE", For.OWNERS),
            new Operation("DELETE", INSTANCE + "/status?value=UP", For.OWNERS),
            new Operation("PUT", INSTANCE + "/metadata?weight=1&zone=north", For.OWNERS),
            new Operation("PUT", INSTANCE + "/metadata?agency=H53", For.PEERS),
            new Operation("DELETE", INSTANCE, For.OWNERS),
            new Operation("POST", "/eureka/peerreplication/batch/", For.PEERS),
            new Operation("PUT", "/eureka/asg/{service}/status?value=DISABLED", For.PEERS),
            new Operation("GET", "/eureka/status", For.PEERS),
            new Operation("GET", "/eureka/serverinfo/statusoverrides", For.PEERS),
            new Operation("POST", INSTANCE, For.PEERS),
            new Operation("GET", "/", For.NOBODY),
            new Operation("GET", "/lastn", For.NOBODY),
            new Operation("GET", "/error", For.NOBODY),
            new Operation("GET", "/v3/api-docs", For.NOBODY));

    @Test
    void everybody_gets_as_far_as_the_credential_says_and_the_page_shows_it() throws IOException {
        var wrong = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (var operation : OPERATIONS) {
            var cells = new ArrayList<String>();
            for (var visitor : VISITORS) {
                var own = new TreeSet<String>();
                var others = new TreeSet<String>();
                for (var placement : PLACEMENTS) {
                    var outcome = knock(visitor, operation, placement);
                    (placement.equals(visitor) ? own : others).add(outcome);
                    if (!outcome.equals(expected(visitor, operation, placement))) {
                        wrong.add("%s %s of %s by %s: %s"
                                .formatted(operation.method(), operation.path(), placement, visitor, outcome));
                    }
                }
                cells.add(
                        own.isEmpty() || own.equals(others)
                                ? String.join(" or ", others)
                                : String.join(" or ", own) + ", " + String.join(" or ", others));
            }
            lines.add("| `%s %s` | %s |".formatted(operation.method(), operation.path(), String.join(" | ", cells)));
        }
        assertThat(wrong).isEmpty();

        var drawn = """
                # Who gets in: discovery

                Drawn by `AccessTest` from the running register; do not edit. Every credential has knocked at every operation for
                instances of all placements. `yes`: let in; else the status of the refusal. Where it makes a difference, the first
                word is for the own placement's instances and the second for others'. H12's credential names services and addresses.

                | operation | nobody | reader | pool | H37 | H12 | peer |
                | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(String.join("\n", lines));
        if (Boolean.getBoolean("access.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(drawn);
    }

    private String knock(String visitor, Operation operation, String placement) {
        var instance = Instance.of(placement, "dossier-service");
        assertThat(as(placement, "POST", instance.path(), instance.json()).status())
                .isEqualTo(204);
        var credential = visitor.isEmpty() ? "" : visitor + ":secret-of-" + visitor;
        int status = send(credential, operation.method(), operation.address(instance), operation.body(instance))
                .status();
        return status == 401 || status == 403 ? Integer.toString(status) : "yes";
    }

    private static String expected(String visitor, Operation operation, String placement) {
        if (visitor.isEmpty()) {
            return "401";
        }
        boolean peer = visitor.equals("discovery-2");
        boolean in = switch (operation.whom()) {
            case READERS -> peer || visitor.equals("gateway");
            // A peer says what its own clients have said.
            case OWNERS -> peer || visitor.equals(placement);
            case PEERS -> peer;
            case NOBODY -> false;
        };
        return in ? "yes" : "403";
    }
}
