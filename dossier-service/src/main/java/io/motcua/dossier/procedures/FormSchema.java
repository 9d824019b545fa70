package io.motcua.dossier.procedures;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;

/** The form of one version of a procedure, as JSON Schema 2020-12. It refers to nothing outside; nothing is fetched. */
final class FormSchema {

    private static final int MOST_FAULTS = 50;

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Schema schema;

    private FormSchema(Schema schema) {
        this.schema = schema;
    }

    static FormSchema of(String schema) {
        return new FormSchema(SCHEMAS.getSchema(schema, InputFormat.JSON));
    }

    /** @throws Problem 422 that names each field that does not fit */
    void requireFit(String form) {
        var faults = schema.validate(form, InputFormat.JSON);
        if (faults.isEmpty()) {
            return;
        }
        var problem = new Problem(DossierProblem.FORM_MISMATCH);
        for (var it : faults.stream().limit(MOST_FAULTS).toList()) {
            problem = problem.at(pointer(it), code(it), it.getKeyword());
        }
        throw problem;
    }

    /** A member that is missing, or should not be, is named and not the object around it. */
    private static String pointer(Error fault) {
        var at = "/form" + fault.getInstanceLocation();
        var member = fault.getProperty();
        return member == null ? at : at + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    private static String code(Error fault) {
        return switch (fault.getKeyword()) {
            case "required", "dependentRequired" -> "form-required";
            case "type" -> "form-type";
            case "enum", "const" -> "form-choice";
            case "format", "pattern" -> "form-format";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> "form-range";
            case "minLength", "maxLength", "minItems", "maxItems" -> "form-length";
            case "additionalProperties", "unevaluatedProperties" -> "form-unknown";
            default -> "form-other";
        };
    }
}
