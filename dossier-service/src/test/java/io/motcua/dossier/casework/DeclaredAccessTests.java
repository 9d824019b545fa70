package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.casework.web.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the endpoints declare is what the table of transitions says: neither may open or close a door alone. */
class DeclaredAccessTests {

    private static final Set<Status> ENDED = EnumSet.of(Status.REFUSED, Status.STOPPED, Status.DONE, Status.RETURNED);

    @Test
    void the_endpoint_of_each_command_is_for_those_who_may_ever_give_it() throws IOException {
        var document = JsonMapper.shared().readTree(Files.readString(Path.of("openapi.json")));
        var commands = Operations.ofCommands();
        assertThat(commands.keySet())
                .isEqualTo(Transitions.RULES.stream()
                        .filter(it -> !it.by().equals(Set.of(Role.SYSTEM)))
                        .map(Rule::command)
                        .collect(Collectors.toSet()));
        commands.forEach((command, pointer) -> {
            var declared = document.at(pointer).path("x-access");
            assertThat(declared.path("who").asString())
                    .as(pointer)
                    .isEqualTo(by(command).contains(Role.APPLICANT) ? "party" : "roles");
            assertThat(declared.path("roles").valueStream().map(JsonNode::asString))
                    .as(pointer)
                    .containsExactlyInAnyOrderElementsOf(staff(command));
        });
    }

    private static Set<Role> by(Class<? extends Command> command) {
        return Transitions.RULES.stream()
                .filter(it -> it.command() == command)
                .flatMap(it -> it.by().stream())
                .collect(Collectors.toSet());
    }

    /** The receptionist acts for an applicant whose dossier he keeps, until it has ended. */
    private static Set<String> staff(Class<? extends Command> command) {
        var roles = new TreeSet<String>();
        by(command).stream().filter(Role.OF_STAFF::contains).map(Role::token).forEach(roles::add);
        boolean kept = Transitions.RULES.stream()
                .anyMatch(it ->
                        it.command() == command && it.by().contains(Role.APPLICANT) && !ENDED.contains(it.from()));
        if (kept) {
            roles.add(Role.RECEPTIONIST.token());
        }
        return roles;
    }
}
