package io.motcua.local;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A child that does nothing but behave in a certain way: {@code serve} until it is asked to end, {@code crash} at once,
 * {@code silent} never says that it is ready, {@code stubborn} does not listen to SIGTERM.
 */
public final class FakeChild {

    private FakeChild() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> manners = Arrays.asList(args);
        if (manners.contains("crash")) {
            System.exit(3);
        }
        var never = new CountDownLatch(1);
        if (manners.contains("stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        if (!manners.contains("silent")) {
            System.out.println("ready");
        }
        never.await();
    }

    /** The command that runs it. */
    public static List<String> command(String... manners) {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var fixed = List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                FakeChild.class.getName());
        return Stream.concat(fixed.stream(), Arrays.stream(manners)).toList();
    }
}
