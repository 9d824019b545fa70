package io.motcua.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads claims by name or by path. What has another form than expected is not there. */
final class Claim {

    private Claim() {}

    /** A claim of exactly this name, for names may have dots in them, else what the dots lead to. */
    static @Nullable Object of(Jwt token, String path) {
        return find(token.getClaims(), path);
    }

    static @Nullable String text(Jwt token, String path) {
        return switch (of(token, path)) {
            case String text when !text.isBlank() -> text;
            case Number number -> number.toString();
            case null, default -> null;
        };
    }

    /** A list, or words in one text, which is how OAuth writes scopes. */
    static List<String> words(Jwt token, String path) {
        return switch (of(token, path)) {
            case String text when !text.isBlank() -> List.of(text.strip().split("\\s+"));
            case Collection<?> all ->
                all.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                var found = find(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
