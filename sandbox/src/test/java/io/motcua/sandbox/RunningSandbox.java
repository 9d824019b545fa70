package io.motcua.sandbox;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A sandbox that a test starts and stops itself, to see what outlives a restart. */
public record RunningSandbox(ConfigurableApplicationContext context) implements AutoCloseable {

    public static RunningSandbox on(Path data, String... settings) {
        var arguments = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--motcua.sandbox.mail.port=0",
                                "--spring.security.oauth2.authorizationserver.issuer=" + SandboxTest.ISSUER,
                                "--motcua.sandbox.data=" + data),
                        Stream.of(settings))
                .toArray(String[]::new);
        return new RunningSandbox(SpringApplication.run(SandboxApplication.class, arguments));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public Browser browser() {
        return new Browser(port());
    }

    @Override
    public void close() {
        context.close();
    }
}
