package io.motcua.local.signin;

import io.motcua.local.failure.Failure;
import java.util.List;

/** Which of the sandbox's sample sign-ins plays a role at an agency. */
public final class SignIns {

    /** The agency that the samples are about. */
    public static final String SAMPLE_AGENCY = "H37";

    /** All of them; it is printed at every {@code up}. */
    public static final String PASSWORD = "motcua";

    public static final String CITIZEN = "citizen";
    public static final String OPERATOR = "operator";

    private static final List<String> STAFF = List.of(
            "receptionist", "specialist", "leader", "catalogue-editor", "accountant", "agency-admin", "auditor");

    private SignIns() {}

    public static List<String> staff() {
        return STAFF;
    }

    /** Citizens and the operator belong to no agency; staff of another agency are named {@code receptionist@H99}. */
    public static String playing(String role, String agency) {
        if (role.equals(CITIZEN) || role.equals(OPERATOR)) {
            return role;
        }
        if (!STAFF.contains(role)) {
            throw new Failure("there is no role '%s'; there are: %s, %s, %s"
                    .formatted(role, CITIZEN, String.join(", ", STAFF), OPERATOR));
        }
        return agency.equals(SAMPLE_AGENCY) ? role : role + "@" + agency;
    }
}
