package io.motcua.catalog.imports;

import java.util.List;

/** What became of every row of a file. */
public record ImportReport(int received, int applied, int unchanged, List<Rejected> rejected) {

    public ImportReport {
        rejected = List.copyOf(rejected);
    }
}
