package io.motcua.dossier.procedures;

import io.motcua.events.Money;

/**
 * What must be paid before a dossier is accepted.
 *
 * @param kind {@code FEE} (lệ phí) or {@code CHARGE} (phí)
 */
public record IntakeFee(String kind, String name, Money amount) {}
