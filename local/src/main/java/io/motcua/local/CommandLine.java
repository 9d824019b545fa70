package io.motcua.local;

import io.motcua.local.apps.AppCommand;
import io.motcua.local.layout.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments: a command, its operands, its options in any place. */
final class CommandLine {

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
                var line = plain(name, rest, "--outages", "--down");
                yield new Command.Demo(line.given("--outages"), line.given("--down"));
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
                yield new Command.Stop(line.component(), line.given("--kill"));
            }
            case "start" -> new Command.Start(new CommandLine(name, rest, Set.of(), Set.of()).component());
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

    private Component component() {
        String label = operand("a service");
        return Component.labelled(label)
                .orElseThrow(() -> new UsageProblem(
                        "there is no service '%s'; there are: %s".formatted(label, Component.labels())));
    }
}
