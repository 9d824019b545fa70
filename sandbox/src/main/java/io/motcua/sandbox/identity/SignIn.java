package io.motcua.sandbox.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * One person who can sign in.
 *
 * @param loa level of assurance as VNeID grants it, 1 or 2
 * @param roles {@code H37:receptionist}, or {@code operator} for the whole platform; none for a citizen
 */
record SignIn(
        String username,
        @DefaultValue("motcua") String password,
        String name,
        @Nullable String personalId,
        @Nullable String email,
        @Nullable String phone,
        @DefaultValue("vi") String locale,
        @DefaultValue("2") int loa,
        @DefaultValue List<String> roles) {

    SignIn {
        Assert.hasText(username, "A sign-in has no username");
        Assert.hasText(name, () -> "Sign-in " + username + " has no name");
        Assert.isTrue(loa == 1 || loa == 2, () -> "Sign-in " + username + ": loa must be 1 or 2");
        roles = List.copyOf(roles);
    }

    /** What tokens say of this person. Absent values are left out, not null. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("name", name);
        put(claims, "personalId", personalId);
        put(claims, "email", email);
        put(claims, "phone", phone);
        claims.put("locale", locale);
        claims.put("loa", loa);
        claims.put("roles", roles);
        return claims;
    }

    private static void put(Map<String, Object> claims, String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
