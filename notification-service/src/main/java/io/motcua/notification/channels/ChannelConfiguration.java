package io.motcua.notification.channels;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.http.HttpClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
    @Bean
    Line mailLine(CircuitBreakerRegistry breakers, TimeLimiterRegistry limits) {
        return new Line("mail", breakers, limits);
    }

    @Bean
    Line smsLine(CircuitBreakerRegistry breakers, TimeLimiterRegistry limits) {
        return new Line("sms", breakers, limits);
    }

    @Bean
    MailCarrier mailCarrier(JavaMailSender sender, ChannelSettings settings, @Qualifier("mailLine") Line line) {
        return new MailCarrier(sender, settings.mail(), line);
    }

    @Bean
    SmsCarrier smsCarrier(RestClient.Builder http, ChannelSettings settings, @Qualifier("smsLine") Line line) {
        var sms = settings.sms();
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(sms.connectTimeout())
                .build());
        requests.setReadTimeout(sms.readTimeout());
        return new SmsCarrier(http.requestFactory(requests).build(), sms, line);
    }
}
