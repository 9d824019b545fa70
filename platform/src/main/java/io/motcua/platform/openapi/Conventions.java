package io.motcua.platform.openapi;

import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.requests.WithoutRequestKey;
import io.motcua.platform.security.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to an operation what the platform does for it: headers, paging, who may call, problems. */
final class Conventions implements OperationCustomizer {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (isKeyed(method)) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    "1 to 128 visible characters, new for every new request; the same key and body get the same answer",
                    "^[!-~]{1,128}$",
                    true));
        }
        if (takes(method, IfMatch.class)) {
            operation.addParametersItem(
                    header("If-Match", "the ETag on which this decides", "^\"[0-9]{1,18}\"$", false));
        }
        if (takes(method, PageRequest.class)) {
            operation.addParametersItem(query(
                    "limit",
                    new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(200))
                            ._default(50)));
            operation.addParametersItem(query("cursor", new StringSchema().pattern("^[A-Za-z0-9_-]*$")));
            operation.addParametersItem(query("count", new BooleanSchema()));
        }
        access(operation, Access.Of.handler(method));
        for (var refusal : Refusal.values()) {
            if (refusal.mayMeet(operation, method)) {
                operation.getResponses().addApiResponse(refusal.code(), refusal.reference());
            }
        }
        return operation;
    }

    /** What is not declared is closed, and is shown as what it is: for nobody. */
    private static void access(Operation operation, @Nullable Access access) {
        boolean open = access != null && access.value() == Access.Who.ANYONE;
        operation.setSecurity(open ? List.of() : List.of(new SecurityRequirement().addList(BEARER)));
        var declared = new LinkedHashMap<String, Object>();
        declared.put("who", access == null ? "nobody" : access.value().token());
        declared.put("roles", access == null ? List.of() : List.of(access.roles()));
        if (access != null && access.atAnyAgency()) {
            declared.put("atAnyAgency", true);
        }
        operation.addExtension("x-access", declared);
    }

    static boolean isKeyed(HandlerMethod method) {
        return (method.hasMethodAnnotation(PostMapping.class) || method.hasMethodAnnotation(PatchMapping.class))
                && !method.hasMethodAnnotation(WithoutRequestKey.class);
    }

    static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(it -> it.getParameterType() == type);
    }

    private static Parameter header(String name, String description, String pattern, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema().pattern(pattern));
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }
}
