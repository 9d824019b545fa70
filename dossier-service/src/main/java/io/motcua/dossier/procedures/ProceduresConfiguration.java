package io.motcua.dossier.procedures;

import io.motcua.platform.consumption.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProceduresConfiguration {

    @Bean
    Subscription catalogSubscription(CatalogCopy copy) {
        return copy.subscription();
    }

    @Bean
    Subscription catalogStaffSubscription(StaffCopy copy) {
        return copy.subscription();
    }
}
