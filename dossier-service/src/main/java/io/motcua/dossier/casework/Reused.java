package io.motcua.dossier.casework;

/**
 * Where a paper was given before. Its bytes stay there, once.
 *
 * @param dossier an earlier one of the same person
 * @param paper its attachment, or its result
 * @param content under which the bytes are stored
 */
public record Reused(String dossier, String paper, String content) {}
