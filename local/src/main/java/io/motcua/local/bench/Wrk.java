package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Asks one address as fast as it answers, each request with the next of several tokens. */
record Wrk(Path program, Path script, Path tokens) {

    private static final String CONNECTIONS = "32";

    private static final String NEXT_TOKEN = """
            local requests, n = {}, 0
            init = function(args)
              for token in io.lines(args[1]) do
                requests[#requests + 1] = wrk.format("GET", nil, {["Authorization"] = "Bearer " .. token})
              end
            end
            request = function()
              n = n % #requests + 1
              return requests[n]
            end
            """;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern TIME = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern ERRORS = Pattern.compile("(?:Socket errors|Non-2xx or 3xx responses):.*");

    static Wrk in(Path folder, Path program, List<String> tokens) {
        try {
            return new Wrk(
                    program,
                    Files.writeString(folder.resolve("next-token.lua"), NEXT_TOKEN),
                    Files.write(folder.resolve("tokens"), tokens));
        } catch (IOException e) {
            throw new Failure("%s cannot be written to: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** @throws Failure if a single request was not answered, or not with 2xx */
    Measured ask(String address, Duration length) {
        var said = run(List.of(
                program.toString(),
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + length.toSeconds() + "s",
                "--latency",
                "-s",
                script.toString(),
                address,
                "--",
                tokens.toString()));
        return read(said, address);
    }

    static Measured read(String said, String address) {
        var errors = ERRORS.matcher(said);
        if (errors.find()) {
            throw new Failure("%s did not answer every request: %s".formatted(address, errors.group()));
        }
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new Failure("wrk says nothing that can be read: " + said.strip());
        }
        double p50 = 0;
        double p99 = 0;
        var time = TIME.matcher(said);
        while (time.find()) {
            double millis = Double.parseDouble(time.group(2)) * millis(time.group(3));
            if (time.group(1).equals("50")) {
                p50 = millis;
            } else {
                p99 = millis;
            }
        }
        return new Measured(Double.parseDouble(rate.group(1)), p50, p99);
    }

    private static double millis(String unit) {
        return switch (unit) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1_000;
        };
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var output = process.inputReader()) {
                var said = output.readAllAsString();
                if (process.waitFor() != 0) {
                    throw new Failure("wrk failed: " + said.strip());
                }
                return said;
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new Failure("wrk does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
