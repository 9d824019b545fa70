/** Registers of dossiers (Mẫu 06) by receiving unit and period. */
@NullMarked
package io.motcua.dossier.registers;

import org.jspecify.annotations.NullMarked;
