package io.motcua.dossier.figures;

import io.motcua.platform.consumption.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FigureConfiguration {

    @Bean
    Subscription figureSubscription(Matters matters) {
        return matters.subscription();
    }
}
