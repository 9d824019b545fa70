package io.motcua.platform.testing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@TestConfiguration(proxyBeanMethods = false)
class ServiceTestConfiguration {

    /** The port is known only once the server has started. */
    @Bean
    @Lazy
    Api api(@Value("${local.server.port}") int port) {
        return Api.at(port);
    }

    @Bean
    Events events() {
        return new Events();
    }
}
