package io.motcua.platform.testing.access;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the door. One person is all officers here, another one all officers elsewhere: so there is little to prepare.
 *
 * @param personalId null for nobody
 * @param agency where the role is held; null for a citizen and for the operator
 */
record Visitor(
        String name,
        @Nullable String personalId,
        @Nullable String agency,
        @Nullable String role) {

    /** Of one agency each; design.md §6. */
    static final List<String> ROLES = List.of(
            "receptionist", "specialist", "leader", "catalogue-editor", "accountant", "agency-admin", "auditor");

    /** Platform-wide. */
    static final String OPERATOR = "operator";

    static final Visitor NOBODY = new Visitor("nobody", null, null, null);
    static final Visitor CITIZEN = new Visitor("citizen", "020190001001", null, null);

    /** To whom belongs what belongs to none of the visitors. */
    static final String SOMEBODY_ELSE = "020190009999";

    static List<Visitor> all(String here, String elsewhere) {
        var all = new ArrayList<Visitor>();
        all.add(NOBODY);
        all.add(CITIZEN);
        for (var role : ROLES) {
            all.add(new Visitor(role, "020190001002", here, role));
            all.add(new Visitor(role + " elsewhere", "020190001003", elsewhere, role));
        }
        all.add(new Visitor(OPERATOR, "020190001004", null, OPERATOR));
        return all;
    }

    boolean signedIn() {
        return personalId != null;
    }

    boolean holds(List<String> roles, String where) {
        return role != null && roles.contains(role) && (agency == null || agency.equals(where));
    }

    Api at(Api door) {
        if (personalId == null) {
            return door;
        }
        var granted = role == null ? List.of() : List.of(agency == null ? role : agency + ":" + role);
        return door.as(Tokens.token(it -> it.claim("personalId", personalId).claim("roles", granted)));
    }
}
