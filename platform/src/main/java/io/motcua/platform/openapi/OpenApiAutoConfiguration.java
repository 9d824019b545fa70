package io.motcua.platform.openapi;

import io.motcua.platform.history.Cause;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Cause.class, Caller.class, IfMatch.class, PageRequest.class)
                // Free JSON, not the members that its class happens to have.
                .replaceWithSchema(JsonNode.class, new Schema<>());
    }

    @Bean
    Conventions conventions() {
        return new Conventions();
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info()
                        .title("motcua " + service)
                        .version("v1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                // Callers know the gateway only, and it serves the documents.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                Conventions.BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    /** The shape of every problem. Added last, for springdoc drops schemas that it has not seen used. */
    @Bean
    OpenApiCustomizer problemSchema(BeanFactory beans) {
        return it -> {
            it.getComponents()
                    .addSchemas(Conventions.PROBLEM, problem(SaidProblems.in(AutoConfigurationPackages.get(beans))));
            for (var refusal : Refusal.values()) {
                it.getComponents().addResponses(refusal.component(), refusal.response());
            }
        };
    }

    @Bean
    Nulls nulls() {
        return new Nulls();
    }

    @Bean
    Required required() {
        return new Required();
    }

    private static Schema<?> problem(SortedMap<String, Integer> said) {
        var field = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("stable: urn:motcua:problem:<name>"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field))
                .required(List.of("type", "title", "status", "detail"))
                .extensions(Map.of("x-problems", said));
    }
}
