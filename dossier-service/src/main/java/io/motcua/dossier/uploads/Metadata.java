package io.motcua.dossier.uploads;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of a file before it comes.
 *
 * @param header as it came
 */
public record Metadata(
        String component, @Nullable String name, @Nullable String contentType, String header) {

    private static final String NAME = "Upload-Metadata";
    private static final int LONGEST = 4_000;

    /** {@code component}, {@code filename} and {@code filetype}, each with its value in Base64; more is kept and not read. */
    public static Metadata parse(@Nullable String header) {
        var said = said(header == null ? "" : header);
        var component = said.get("component");
        if (component == null || component.isBlank()) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, NAME).at("component", "required");
        }
        return new Metadata(component, said.get("filename"), said.get("filetype"), header == null ? "" : header);
    }

    private static Map<String, String> said(String header) {
        if (header.length() > LONGEST) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, NAME);
        }
        var said = new HashMap<String, String>();
        for (var pair : header.split(",")) {
            var parts = pair.strip().split(" +", 2);
            if (!parts[0].isEmpty() && said.put(parts[0], parts.length < 2 ? "" : decoded(parts[1])) != null) {
                throw new Problem(PlatformProblem.INVALID_PARAMETER, NAME);
            }
        }
        return said;
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, NAME);
        }
    }
}
