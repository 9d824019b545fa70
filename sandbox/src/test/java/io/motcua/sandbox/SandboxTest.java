package io.motcua.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole sandbox on ports of its own, with an empty data folder. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.sandbox.mail.port=0",
            "spring.security.oauth2.authorizationserver.issuer=" + SandboxTest.ISSUER
        })
@ContextConfiguration(initializers = SandboxTest.EmptyDataFolder.class)
public @interface SandboxTest {

    String ISSUER = "http://localhost:8070";

    class EmptyDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var folder = Files.createTempDirectory("sandbox-test");
                TestPropertyValues.of("motcua.sandbox.data=" + folder).applyTo(context);
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }
}
