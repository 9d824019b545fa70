package io.motcua.catalog.agencies;

import java.util.regex.Pattern;

/**
 * The identifier of a unit, read from right to left: agency, department, sub-unit, team (Decision 20/2020/QĐ-TTg).
 */
final class UnitCode {

    static final Pattern PATTERN = Pattern.compile("[0-9A-Z]{1,3}(\\.[0-9A-Z]{1,3}){0,2}\\.[A-Z]\\d{2}");

    private UnitCode() {}

    static boolean of(String agency, String unit) {
        return unit.endsWith("." + agency);
    }
}
