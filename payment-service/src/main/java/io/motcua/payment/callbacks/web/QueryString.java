package io.motcua.payment.callbacks.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, decoded. */
final class QueryString {

    private QueryString() {}

    /** None if any of it cannot be decoded: nobody has signed such a thing. */
    static Map<String, List<String>> read(@Nullable String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        try {
            for (var pair : query.split("&")) {
                var words = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(words[0]), _ -> new ArrayList<>())
                        .add(words.length == 2 ? decoded(words[1]) : "");
            }
        } catch (IllegalArgumentException _) {
            return Map.of();
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
