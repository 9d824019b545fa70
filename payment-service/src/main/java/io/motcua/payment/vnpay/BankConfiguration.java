package io.motcua.payment.vnpay;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class BankConfiguration {

    /** The name of the bank in the settings and metrics of resilience4j. */
    static final String NAME = "vnpay";

    @Bean
    Bank bank(
            RestClient.Builder http,
            Clock clock,
            TimeLimiterRegistry limits,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries) {
        return new PatientBank(
                new MerchantApi(http.build(), clock),
                limits.timeLimiter(NAME),
                breakers.circuitBreaker(NAME),
                retries.retry(NAME));
    }
}
