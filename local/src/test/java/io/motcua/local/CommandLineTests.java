package io.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.apps.AppCommand;
import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    @Test
    void nothing_asks_for_help() {
        assertThat(parse()).isEqualTo(new Command.Help());
        assertThat(parse("--help")).isEqualTo(new Command.Help());
    }

    @Test
    void up_and_demo_have_their_flags() {
        assertThat(parse("up")).isEqualTo(new Command.Up(false));
        assertThat(parse("up", "--fresh")).isEqualTo(new Command.Up(true));
        assertThat(parse("demo")).isEqualTo(new Command.Demo(false, false, "H37"));
        assertThat(parse("demo", "--down")).isEqualTo(new Command.Demo(false, true, "H37"));
        assertThat(parse("demo", "--outages")).isEqualTo(new Command.Demo(true, false, "H37"));
        assertThat(parse("demo", "--containers")).isEqualTo(new Command.DemoInContainers());
        assertThatThrownBy(() -> parse("demo", "--containers", "--down")).isInstanceOf(UsageProblem.class);
    }

    @Test
    void options_may_stand_before_or_after_the_service() {
        var killed = new Command.Stop("payment-service", true);
        assertThat(parse("stop", "payment-service", "--kill")).isEqualTo(killed);
        assertThat(parse("stop", "--kill", "payment-service")).isEqualTo(killed);
        assertThat(parse("stop", "kafka")).isEqualTo(new Command.Stop("kafka", false));
    }

    @Test
    void logs_take_any_name_because_trainings_have_logs_too() {
        assertThat(parse("logs", "-f", "training-gateway")).isEqualTo(new Command.Logs("training-gateway", true));
    }

    @Test
    void a_token_is_for_the_sample_agency_unless_another_is_named() {
        assertThat(parse("token", "leader")).isEqualTo(new Command.Token("leader", "H37", Optional.empty()));
        assertThat(parse("token", "receptionist", "--agency", "H07", "--user", "somebody"))
                .isEqualTo(new Command.Token("receptionist", "H07", Optional.of("somebody")));
    }

    @Test
    void apps_are_added_with_lists_and_managed_by_name() {
        assertThat(parse("app", "add", "Cổng", "--scopes", "dossiers:read,dossiers:write", "--agency", "H37"))
                .isEqualTo(new Command.App(new AppCommand.Add(
                        "Cổng",
                        Optional.of("H37"),
                        List.of(),
                        List.of("dossiers:read", "dossiers:write"),
                        List.of(),
                        Optional.empty())));
        assertThat(parse("app", "list")).isEqualTo(new Command.App(new AppCommand.Show()));
        assertThat(parse("app", "key", "Cổng")).isEqualTo(new Command.App(new AppCommand.Key("Cổng")));
        assertThat(parse("app", "revoke", "Cổng", "k1"))
                .isEqualTo(new Command.App(new AppCommand.Revoke("Cổng", "k1")));
        assertMisuse("app needs one of add, list, key, revoke, remove", "app");
        assertMisuse("app needs one of add, list, key, revoke, remove", "app", "sell");
        assertMisuse("app revoke needs an app and a key", "app", "revoke", "Cổng");
        assertMisuse("app add needs a name", "app", "add", "--scopes", "me:read");
    }

    @Test
    void an_agency_is_added_to_the_pool_or_with_instances_of_its_own() {
        assertThat(parse("agency", "add", "H99", "--name", " Tỉnh thử "))
                .isEqualTo(new Command.AddAgency("H99", "Tỉnh thử", List.of()));
        assertThat(parse("agency", "add", "--own", "H99", "--name", "Tỉnh thử"))
                .isEqualTo(new Command.AddAgency("H99", "Tỉnh thử", OwnPlace.SERVICES));
        assertThat(parse(
                        "agency",
                        "add",
                        "H99",
                        "--name",
                        "X",
                        "--own",
                        "--services",
                        "payment-service,dossier-service"))
                .isEqualTo(new Command.AddAgency("H99", "X", List.of(Component.DOSSIER, Component.PAYMENT)));
        assertThat(parse("agency", "remove", "H99")).isEqualTo(new Command.RemoveAgency("H99"));
        assertThat(parse("agency", "list")).isEqualTo(new Command.ListAgencies());
        assertThat(parse("stop", "dossier-service-H99")).isEqualTo(new Command.Stop("dossier-service-H99", false));
        assertMisuse("agency needs one of: add, remove, list", "agency");
        assertMisuse("agency add needs a code", "agency", "add", "--name", "X");
        assertMisuse("agency add needs --name", "agency", "add", "H99");
        assertMisuse("agency add needs --name", "agency", "add", "H99", "--name", " ");
        assertMisuse("a name has at most 200 characters", "agency", "add", "H99", "--name", "x".repeat(201));
        assertMisuse("the name could not be read", "agency", "add", "H99", "--name", "T\uFFFDnh");
        assertMisuse("--services says", "agency", "add", "H99", "--name", "X", "--services", "payment-service");
        assertMisuse(
                "an agency may run these itself, not 'gateway'",
                "agency",
                "add",
                "H99",
                "--name",
                "X",
                "--own",
                "--services",
                "gateway");
        assertMisuse("there is no service 'kafka-H99'", "stop", "kafka-H99");
        assertMisuse("demo --outages ends the pool's services", "demo", "--outages", "--agency", "H99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"republish", "replay", "chaos"})
    void commands_of_later_issues_are_known_by_name(String name) {
        assertThat(parse(name, "whatever", "--follows")).isEqualTo(new Command.Later(name));
    }

    @Test
    void misuse_is_one_sentence_that_names_it() {
        assertMisuse("there is no command 'fly'", "fly");
        assertMisuse("up does not know the option --fast", "up", "--fast");
        assertMisuse("status takes no 'gateway'", "status", "gateway");
        assertMisuse("stop needs a service", "stop");
        assertMisuse("stop needs exactly a service", "stop", "kafka", "store");
        assertMisuse("there is no service 'mongo'; there are: store, kafka,", "start", "mongo");
        assertMisuse("--agency needs a value", "token", "leader", "--agency");
        assertMisuse("token needs a role", "token");
    }

    private static void assertMisuse(String sentence, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(UsageProblem.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("\n");
    }

    private static Command parse(String... arguments) {
        return CommandLine.parse(List.of(arguments));
    }
}
