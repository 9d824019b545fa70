package io.motcua.catalog.procedures;

import io.motcua.catalog.agencies.Agency;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import java.util.regex.Pattern;

/**
 * The code of a procedure: national ({@code 1.001193}), an agency's copy of a national one ({@code 1.012753.H19}), the
 * long form ({@code 1.001193.000.00.00.H37}), or local with the agency's prefix ({@code LS-BG-01}).
 */
final class ProcedureCode {

    private static final Pattern NATIONAL = Pattern.compile("\\d\\.\\d{6}");
    private static final Pattern OF_AN_AGENCY = Pattern.compile("\\d\\.\\d{6}(\\.[0-9A-Z]{2,3}){0,3}\\.[A-Z]\\d{2}");
    private static final Pattern LOCAL = Pattern.compile("[A-Z]{2,4}-[A-Z]{2,4}-\\d{2,6}");

    private ProcedureCode() {}

    static void check(Flaws flaws, String field, String code, Agency agency) {
        if (code.isEmpty() || NATIONAL.matcher(code).matches()) {
            return;
        }
        if (OF_AN_AGENCY.matcher(code).matches()) {
            flaws.addUnless(code.endsWith("." + agency.agency()), field, "code-of-another-agency", code);
        } else if (LOCAL.matcher(code).matches()) {
            flaws.addUnless(
                    agency.localPrefix() != null && code.startsWith(agency.localPrefix() + "-"),
                    field,
                    "code-of-another-agency",
                    code);
        } else {
            flaws.add(field, Flaw.FORMAT, code);
        }
    }
}
