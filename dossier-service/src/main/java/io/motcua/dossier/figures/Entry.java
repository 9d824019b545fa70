package io.motcua.dossier.figures;

import java.util.List;

/**
 * What one dossier, or one complaint, adds to the figures as it now stands. Nothing in it is about a person.
 *
 * @param id stable, and different for each kind of thing
 * @param seq how far its history had got; a later one replaces this
 * @param unit the receiving one, as in the register: it never changes
 */
public record Entry(String id, long seq, String unit, String sector, String service, List<Part> parts) {

    public Entry {
        parts = List.copyOf(parts);
    }
}
