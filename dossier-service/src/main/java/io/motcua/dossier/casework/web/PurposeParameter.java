package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Purpose;
import io.motcua.platform.security.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Tells in the API document of the header that says what staff read for. */
@Component
class PurposeParameter implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var access = method.getMethodAnnotation(Access.class);
        if (access != null
                && access.value() == Access.Who.PARTY
                && access.roles().length > 0
                && method.hasMethodAnnotation(GetMapping.class)) {
            var purposes = new StringSchema();
            Arrays.stream(Purpose.values()).map(Purpose::code).forEach(purposes::addEnumItem);
            operation.addParametersItem(new HeaderParameter()
                    .name(StatedPurpose.HEADER)
                    .description("what staff read for; the citizen sees it. Without it, the reader's task says it")
                    .required(false)
                    .schema(purposes));
        }
        return operation;
    }
}
