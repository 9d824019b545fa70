package io.motcua.platform.testing;

import io.motcua.platform.testing.plans.AskedQueriesConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a random port, with a database of its own on the store and the broker of {@link Backends}, and an issuer whose tokens {@link Tokens} mints. {@link Api} and
 * {@link Events} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@NeedsBackends
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.kafka=warn",
            "logging.level.org.apache.kafka=warn",
            "logging.level.state.change.logger=warn"
        })
@ContextConfiguration(initializers = Surroundings.class)
@Import({ServiceTestConfiguration.class, AskedQueriesConfiguration.class})
public @interface ServiceTest {}
