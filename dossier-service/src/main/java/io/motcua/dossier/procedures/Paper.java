package io.motcua.dossier.procedures;

/** A paper that the applicant hands in. */
public record Paper(String id, String name, boolean required) {}
