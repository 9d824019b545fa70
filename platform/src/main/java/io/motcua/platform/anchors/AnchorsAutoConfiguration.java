package io.motcua.platform.anchors;

import com.nimbusds.jose.jwk.JWKSet;
import io.motcua.platform.history.AggregatesFactory;
import java.io.File;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoTemplate;

/** For services that anchor; the others have neither keys nor anchors. */
@AutoConfiguration(afterName = "io.motcua.platform.history.HistoryAutoConfiguration")
@ConditionalOnClass(MongoTemplate.class)
class AnchorsAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AnchorsAutoConfiguration.class);

    @Bean
    @Lazy
    AnchorKeys anchorKeys(@Value("${motcua.anchors.keys:}") String file) {
        if (file.isBlank()) {
            log.warn("Histories are not anchored: motcua.anchors.keys (MOTCUA_ANCHOR_KEYS) names no file");
            return new AnchorKeys(new JWKSet());
        }
        return AnchorKeys.fromFile(new File(file));
    }

    @Bean
    @Lazy
    @ConditionalOnBean(AggregatesFactory.class)
    AnchoringFactory anchoringFactory(
            MongoTemplate mongo,
            AggregatesFactory aggregates,
            AnchorKeys keys,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new AnchoringFactory(mongo, aggregates, keys, clock, service);
    }
}
