package io.motcua.platform.pages;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted; a controller takes it as a parameter.
 *
 * @param limit 1 to 200
 * @param cursor where the page starts, behind the item of which it was made; null at the beginning
 * @param count whether the exact total is wanted
 */
public record PageRequest(int limit, @Nullable String cursor, boolean count) {

    static final int DEFAULT_LIMIT = 50;
    static final int LARGEST_LIMIT = 200;

    static PageRequest of(@Nullable String limit, @Nullable String cursor, @Nullable String count) {
        return new PageRequest(limit(limit), cursor == null ? null : decode(cursor), "true".equals(count));
    }

    static String encode(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > LARGEST_LIMIT) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "limit").at("limit", "range", 1, LARGEST_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "cursor");
        }
    }
}
