package io.motcua.local.demo;

import io.motcua.local.http.Api;
import io.motcua.local.signin.SignIns;
import io.motcua.local.signin.Tokens;
import java.util.HashMap;
import java.util.Map;

/** Everybody who plays a part, signed in at the identity provider when first needed. */
final class Cast {

    private final String agency;
    private final Api gateway;
    private final Tokens tokens;
    private final Map<String, Api> signedIn = new HashMap<>();

    /** @param agency at which the staff works */
    Cast(String agency, Api gateway, Tokens tokens) {
        this.agency = agency;
        this.gateway = gateway;
        this.tokens = tokens;
    }

    String agency() {
        return agency;
    }

    Api anyone() {
        return gateway;
    }

    Api citizen() {
        return as(SignIns.CITIZEN);
    }

    Api as(String role) {
        return signedIn.computeIfAbsent(role, name -> gateway.as(tokens.of(SignIns.playing(name, agency))));
    }
}
