package io.motcua.platform.requests;

import io.motcua.platform.privacy.Seals;
import io.motcua.platform.problems.ProblemRenderer;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AutoConfiguration(
        afterName = {
            "io.motcua.platform.problems.ProblemsAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnClass(MongoTemplate.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestSettings.class)
class RequestsAutoConfiguration implements WebMvcConfigurer {

    /** Behind Spring Security's chain (-100), for the key belongs to the caller. */
    private static final int AFTER_SECURITY = 0;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArguments());
    }

    @Bean
    RememberedRequests rememberedRequests(
            MongoTemplate mongo, Clock clock, RequestSettings settings, ObjectProvider<Seals> seals) {
        return new RememberedRequests(mongo, clock, settings, seals.getIfAvailable(() -> Seals.NONE));
    }

    @Bean
    FilterRegistrationBean<RequestKeyFilter> requestKeyFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            RememberedRequests remembered,
            RequestSettings settings,
            ProblemRenderer renderer) {
        var registration = new FilterRegistrationBean<>(new RequestKeyFilter(handlers, remembered, settings, renderer));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
