package io.motcua.catalog.imports;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads rows of JSON strictly: what is not known, or is not what it says, is a flaw with its field. */
public final class JsonRows {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private JsonRows() {}

    /** @throws RowRefused if the line is not one JSON object */
    public static ObjectNode object(String line) {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new RowRefused(new Flaw("", Flaw.MALFORMED));
        }
        throw new RowRefused(new Flaw("", Flaw.MALFORMED));
    }

    /** @throws RowRefused naming the field that does not fit */
    public static <R> R read(ObjectNode row, Class<R> shape) {
        try {
            return MAPPER.treeToValue(row, shape);
        } catch (DatabindException e) {
            throw new RowRefused(new Flaw(
                    path(e.getPath()),
                    e instanceof UnrecognizedPropertyException ? Flaw.UNKNOWN_FIELD : "unreadable-value"));
        }
    }

    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(it -> it.getPropertyName() == null ? String.valueOf(it.getIndex()) : it.getPropertyName())
                .collect(Collectors.joining("/"));
    }
}
