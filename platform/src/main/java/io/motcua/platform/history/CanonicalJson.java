package io.motcua.platform.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785 canonical JSON: the same value gives the same bytes, whoever writes it. */
public final class CanonicalJson {

    /** How events and history entries are written and read: absent fields are left out, unknown ones ignored. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CanonicalJson() {}

    public static String of(Object value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "No canonical JSON for a " + value.getClass().getName(), e);
        }
    }
}
