package io.motcua.dossier.casework;

/** A decision has just been written that owes a slip. */
public record SlipsOwed(String agency, String dossier) {}
