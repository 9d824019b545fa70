/** Foreign facts about money, translated into commands. */
@NullMarked
package io.motcua.dossier.payments;

import org.jspecify.annotations.NullMarked;
