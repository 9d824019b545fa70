package io.motcua.dossier.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the counting of an agency has got. Turns are numbered, and one conditional update of this writes down the next one,
 * so there is one turn of each number whoever takes it. Every fact and every counter remembers the number of the last turn
 * that it has taken in: a turn may be taken in again, by anybody and however late, and nothing is counted twice.
 *
 * @param generation of the counters that are written; a new one begins from nothing
 * @param serving the generation that is read: another one than the written one only while that is being made
 * @param begun whether all things have been told to be counted in this generation
 * @param taken whether all counters have taken in the turn
 * @param moves of the turn
 * @param latest when the latest thing happened that is counted
 */
public record Journal(
        String agency,
        int generation,
        int serving,
        boolean begun,
        long number,
        boolean taken,
        List<Move> moves,
        @Nullable Instant latest) {

    public Journal {
        // Stores read an empty list as they wrote it, but none that was never written.
        moves = Objects.requireNonNullElse(moves, List.<Move>of()).stream().toList();
    }

    /** Nothing is counted yet, and nothing served. */
    static Journal first(String agency) {
        return new Journal(agency, 1, 0, false, 0, true, List.of(), null);
    }

    boolean building() {
        return serving != generation;
    }

    Journal afresh() {
        return new Journal(agency, generation + 1, serving, false, number, true, List.of(), null);
    }

    /** Since when things wait that were told to be counted again: the later the generation, the earlier. */
    Instant toldSince() {
        return Instant.ofEpochMilli(-generation);
    }

    Journal allTold() {
        return new Journal(agency, generation, serving, true, number, taken, moves, latest);
    }

    Journal next(List<Move> turn) {
        var last = turn.stream()
                .flatMap(it -> it.after().parts().stream())
                .filter(Part::past)
                .map(Part::at)
                .reduce(latest == null ? Instant.EPOCH : latest, (one, other) -> one.isAfter(other) ? one : other);
        return new Journal(agency, generation, serving, begun, number + 1, false, turn, last);
    }

    Journal takenIn() {
        return new Journal(agency, generation, serving, begun, number, true, List.of(), latest);
    }

    Journal served() {
        return new Journal(agency, generation, generation, begun, number, taken, moves, latest);
    }
}
