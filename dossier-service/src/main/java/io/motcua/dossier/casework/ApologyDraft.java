package io.motcua.dossier.casework;

import java.time.Instant;

/**
 * An apology (Mẫu 04) that the clock has prepared. It is sent to nobody: an officer confirms it with a reason, and with
 * this new appointment or another one.
 */
public record ApologyDraft(Instant newDueAt, Instant draftedAt) {}
