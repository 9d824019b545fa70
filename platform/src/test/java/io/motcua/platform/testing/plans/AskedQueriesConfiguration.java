package io.motcua.platform.testing.plans;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Listens to what a service asks, where the store can say how it answers. */
@TestConfiguration(proxyBeanMethods = false)
public class AskedQueriesConfiguration {

    static final boolean EXPLAINABLE =
            !System.getenv().getOrDefault("MONGODB_URI", "").isEmpty();

    @Bean
    MongoClientSettingsBuilderCustomizer askedQueries() {
        return settings -> {
            if (EXPLAINABLE) {
                settings.addCommandListener(new AskedQueries());
            }
        };
    }
}
