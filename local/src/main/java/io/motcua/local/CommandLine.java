package io.motcua.local;

import io.motcua.local.apps.AppCommand;
import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.signin.SignIns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the arguments: a command, its operands, its options in any place. */
final class CommandLine {

    private static final int LONGEST_NAME = 200;

    /** What Java makes of bytes that are none of the terminal's characters. */
    private static final char UNREADABLE = '\uFFFD';

    private final String command;
    private final List<String> operands = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    private CommandLine(String command, List<String> rest, Set<String> flags, Set<String> valued) {
        this.command = command;
        var arguments = rest.iterator();
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (flags.contains(argument)) {
                options.put(argument, "");
            } else if (valued.contains(argument)) {
                if (!arguments.hasNext()) {
                    throw new UsageProblem("%s needs a value".formatted(argument));
                }
                options.put(argument, arguments.next());
            } else if (argument.startsWith("-")) {
                throw new UsageProblem("%s does not know the option %s".formatted(command, argument));
            } else {
                operands.add(argument);
            }
        }
    }

    static Command parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new Command.Help();
        }
        String name = arguments.getFirst();
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (name) {
            case "up" -> new Command.Up(plain(name, rest, "--fresh").given("--fresh"));
            case "demo" -> {
                if (rest.equals(List.of("--containers"))) {
                    yield new Command.DemoInContainers();
                }
                var line = new CommandLine(name, rest, Set.of("--outages", "--down"), Set.of("--agency"));
                yield line.demo();
            }
            case "status" -> {
                plain(name, rest);
                yield new Command.Status();
            }
            case "logs" -> {
                var line = new CommandLine(name, rest, Set.of("-f"), Set.of());
                yield new Command.Logs(line.operand("a service"), line.given("-f"));
            }
            case "stop" -> {
                var line = new CommandLine(name, rest, Set.of("--kill"), Set.of());
                yield new Command.Stop(line.child(), line.given("--kill"));
            }
            case "start" -> new Command.Start(new CommandLine(name, rest, Set.of(), Set.of()).child());
            case "down" -> {
                plain(name, rest);
                yield new Command.Down();
            }
            case "token" -> {
                var line = new CommandLine(name, rest, Set.of(), Set.of("--agency", "--user"));
                yield new Command.Token(
                        line.operand("a role"),
                        line.options.getOrDefault("--agency", "H37"),
                        Optional.ofNullable(line.options.get("--user")));
            }
            case "app" -> new Command.App(app(rest));
            case "help", "--help", "-h" -> new Command.Help();
            case "bench" -> {
                var line = new CommandLine(name, rest, Set.of(), Set.of());
                yield new Command.Bench(line.operand("what to measure: store, gateway"));
            }
            case "agency" -> agency(rest);
            case "republish", "replay", "chaos" -> new Command.Later(name);
            default -> throw new UsageProblem("there is no command '%s'".formatted(name));
        };
    }

    private static AppCommand app(List<String> rest) {
        String verb = rest.isEmpty() ? "" : rest.getFirst();
        List<String> more = rest.isEmpty() ? rest : rest.subList(1, rest.size());
        return switch (verb) {
            case "add" -> {
                var line = new CommandLine(
                        "app add", more, Set.of(), Set.of("--agency", "--calls", "--scopes", "--origins", "--quota"));
                yield new AppCommand.Add(
                        line.operand("a name"),
                        Optional.ofNullable(line.options.get("--agency")),
                        line.list("--calls"),
                        line.list("--scopes"),
                        line.list("--origins"),
                        Optional.ofNullable(line.options.get("--quota")));
            }
            case "list" -> {
                plain("app list", more);
                yield new AppCommand.Show();
            }
            case "key" -> new AppCommand.Key(plainOperand("app key", more, "an app"));
            case "remove" -> new AppCommand.Remove(plainOperand("app remove", more, "an app"));
            case "revoke" -> {
                var line = new CommandLine("app revoke", more, Set.of(), Set.of());
                if (line.operands.size() != 2) {
                    throw new UsageProblem("app revoke needs an app and a key");
                }
                yield new AppCommand.Revoke(line.operands.get(0), line.operands.get(1));
            }
            default -> throw new UsageProblem("app needs one of add, list, key, revoke, remove");
        };
    }

    private static String plainOperand(String command, List<String> rest, String what) {
        return new CommandLine(command, rest, Set.of(), Set.of()).operand(what);
    }

    private List<String> list(String option) {
        String value = options.get(option);
        return value == null ? List.of() : List.of(value.split(","));
    }

    /** A command without operands. */
    private static CommandLine plain(String command, List<String> rest, String... flags) {
        var line = new CommandLine(command, rest, Set.of(flags), Set.of());
        if (!line.operands.isEmpty()) {
            throw new UsageProblem("%s takes no '%s'".formatted(command, line.operands.getFirst()));
        }
        return line;
    }

    private boolean given(String flag) {
        return options.containsKey(flag);
    }

    private String operand(String what) {
        if (operands.size() != 1) {
            throw new UsageProblem("%s needs %s".formatted(command, operands.isEmpty() ? what : "exactly " + what));
        }
        return operands.getFirst();
    }

    private Command demo() {
        if (!operands.isEmpty()) {
            throw new UsageProblem("demo takes no '%s'".formatted(operands.getFirst()));
        }
        String agency = options.getOrDefault("--agency", SignIns.SAMPLE_AGENCY);
        if (given("--outages") && !agency.equals(SignIns.SAMPLE_AGENCY)) {
            throw new UsageProblem(
                    "demo --outages ends the pool's services, which are not those of %s".formatted(agency));
        }
        return new Command.Demo(given("--outages"), given("--down"), agency);
    }

    private static Command agency(List<String> arguments) {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        String command = ("agency " + verb).strip();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (verb) {
            case "add" -> {
                var line = new CommandLine(command, rest, Set.of("--own"), Set.of("--name", "--services"));
                yield new Command.AddAgency(line.operand("a code"), line.name(), line.own());
            }
            case "remove" ->
                new Command.RemoveAgency(new CommandLine(command, rest, Set.of(), Set.of()).operand("a code"));
            case "list" -> {
                plain(command, rest);
                yield new Command.ListAgencies();
            }
            default -> throw new UsageProblem("agency needs one of: add, remove, list");
        };
    }

    /** All that an agency may run itself, unless some are named. */
    private List<Component> own() {
        if (!given("--own")) {
            if (given("--services")) {
                throw new UsageProblem("--services says which instances are the agency's own; it needs --own");
            }
            return List.of();
        }
        if (!given("--services")) {
            return OwnPlace.SERVICES;
        }
        var named = list("--services").stream().map(CommandLine::ownService).toList();
        return OwnPlace.SERVICES.stream().filter(named::contains).toList();
    }

    private static Component ownService(String label) {
        return Component.labelled(label)
                .filter(OwnPlace.SERVICES::contains)
                .orElseThrow(() -> new UsageProblem("an agency may run these itself, not '%s': %s"
                        .formatted(
                                label,
                                OwnPlace.SERVICES.stream().map(Component::label).collect(Collectors.joining(", ")))));
    }

    private String name() {
        String name = options.getOrDefault("--name", "").strip();
        if (name.isEmpty()) {
            throw new UsageProblem("%s needs --name".formatted(command));
        }
        if (name.indexOf(UNREADABLE) >= 0) {
            throw new UsageProblem("the name could not be read; set LC_ALL=C.UTF-8");
        }
        if (name.length() > LONGEST_NAME) {
            throw new UsageProblem(
                    "a name has at most %d characters, this one has %d".formatted(LONGEST_NAME, name.length()));
        }
        return name;
    }

    private String child() {
        String label = operand("a service");
        if (Component.labelled(label).isEmpty() && OwnPlace.component(label).isEmpty()) {
            throw new UsageProblem(
                    "there is no service '%s'; there are: %s, and of an agency its own such as dossier-service-H99"
                            .formatted(label, Component.labels()));
        }
        return label;
    }
}
