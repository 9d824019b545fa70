package io.motcua.catalog.procedures;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The schemas of forms: JSON Schema 2020-12, of an object, whole in itself. */
final class FormSchemas {

    private static final String FORM = "form";
    private static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 20;

    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    private FormSchemas() {}

    /** The schema as text; what is wrong with it is a flaw. */
    static @Nullable String checked(Flaws flaws, @Nullable JsonNode schema) {
        if (schema == null || schema.isNull()) {
            return null;
        }
        var text = schema.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            flaws.add(FORM, "too-long", LARGEST);
        } else if (!schema.isObject() || !schema.path("type").asString("").equals("object")) {
            flaws.add(FORM + "/type", Flaw.UNKNOWN_VALUE, schema.path("type").toString(), "object");
        } else if (isWhole(flaws, FORM, schema, 0)) {
            for (var error : META.validate(schema)) {
                flaws.add(FORM + error.getInstanceLocation(), "schema", error.getKeyword());
            }
        }
        return text;
    }

    /** A form is looked at wherever its dossier is, without a call to anybody: a reference leads within the schema. */
    private static boolean isWhole(Flaws flaws, String at, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            flaws.add(at, "schema", "depth");
            return false;
        }
        boolean whole = true;
        for (var it : node.properties()) {
            var place = at + "/" + it.getKey();
            if (it.getKey().matches("\\$(ref|dynamicRef)")
                    && !it.getValue().asString("").startsWith("#")) {
                flaws.add(place, "schema-reference");
                whole = false;
            }
            whole &= isWhole(flaws, place, it.getValue(), depth + 1);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                whole &= isWhole(flaws, at + "/" + i, node.get(i), depth + 1);
            }
        }
        return whole;
    }
}
