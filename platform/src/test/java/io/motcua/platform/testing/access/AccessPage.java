package io.motcua.platform.testing.access;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The matrix as a reader sees it. */
final class AccessPage {

    private final Matrix matrix;
    private final String service;

    AccessPage(Matrix matrix, String service) {
        this.matrix = matrix;
        this.service = service;
    }

    String text() {
        var page = new StringBuilder("""
                # Who gets in: %s

                Drawn by `AccessTests` from the running service; do not edit. Everybody has knocked at every operation of the API
                document with ids of things that exist. `yes`: let in, though the request may fail for another reason. Else the
                status of the refusal; `none` is an empty answer, as of something that does not exist. Where a thing belongs to
                somebody, the first word is for one's own and the second for somebody else's. *Elsewhere*: any of the roles, held at
                another agency.

                """.formatted(service));
        var columns = new ArrayList<>(List.of("nobody", "citizen"));
        columns.addAll(Visitor.ROLES);
        columns.addAll(List.of(Visitor.OPERATOR, "elsewhere"));
        row(page, "operation", "declared", columns);
        row(page, "---", "---", columns.stream().map(_ -> "---").toList());
        for (var it : matrix.operations()) {
            row(
                    page,
                    "`" + it.name().replace("/api/v1", "") + "`",
                    it.declared(),
                    columns.stream().map(column -> cell(it, column)).toList());
        }
        return page.toString();
    }

    private String cell(Operation operation, String column) {
        var outcomes = new TreeSet<String>();
        for (var visitor : matrix.visitors()) {
            if (visitor.name().equals(column) || visitor.name().endsWith(" " + column)) {
                outcomes.add(
                        operation.ofAParty() && visitor.signedIn()
                                ? matrix.outcome(operation, visitor, Which.OWN) + ", "
                                        + matrix.outcome(operation, visitor, Which.OTHERS)
                                : matrix.outcome(operation, visitor, Which.OTHERS));
            }
        }
        return String.join(" or ", outcomes);
    }

    private static void row(StringBuilder page, String operation, String declared, List<String> cells) {
        page.append("| %s | %s | %s |%n".formatted(operation, declared, String.join(" | ", cells)));
    }
}
