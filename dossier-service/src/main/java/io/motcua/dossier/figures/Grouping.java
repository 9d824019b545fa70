package io.motcua.dossier.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what figures are told apart. */
public enum Grouping {
    AGENCY(Cell.Scope.AGENCY, Cell.Scope.UNIT),
    UNIT(Cell.Scope.UNIT, Cell.Scope.UNIT),
    SECTOR(Cell.Scope.SERVICE, Cell.Scope.UNIT_SERVICE),
    PROCEDURE(Cell.Scope.SERVICE, Cell.Scope.UNIT_SERVICE);

    private final Cell.Scope scope;
    private final Cell.Scope ofUnit;

    Grouping(Cell.Scope scope, Cell.Scope ofUnit) {
        this.scope = scope;
        this.ofUnit = ofUnit;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grouping> of(String token) {
        return Stream.of(values()).filter(it -> it.token().equals(token)).findFirst();
    }

    /** @param oneUnit whether the figures of one unit only are wanted */
    Cell.Scope scope(boolean oneUnit) {
        return oneUnit ? ofUnit : scope;
    }

    /** The name of the group in which a cell belongs. */
    String key(Cell cell) {
        return switch (this) {
            case AGENCY -> Cell.ALL;
            case UNIT -> cell.unit();
            case SECTOR -> cell.sector();
            case PROCEDURE -> cell.service();
        };
    }
}
