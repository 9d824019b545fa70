package io.motcua.dossier.transfer;

import java.util.List;

/** What became of every row: {@code received = applied + unchanged + rejected}. */
public record TransferReport(int received, int applied, int unchanged, List<Rejected> rejected) {

    public TransferReport {
        rejected = List.copyOf(rejected);
    }

    /**
     * A row that was not taken over; what else is wrong with it follows in {@code more}.
     *
     * @param line counts from 1, as editors show it
     */
    public record Rejected(long line, String field, String code, String reason, List<Detail> more) {

        public Rejected {
            more = List.copyOf(more);
        }
    }

    public record Detail(String field, String code, String reason) {}
}
