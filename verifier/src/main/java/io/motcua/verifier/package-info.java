/** Checks an exported history by what {@code docs/proof.md} says, and by nothing else: no network, no code of the platform. */
@NullMarked
package io.motcua.verifier;

import org.jspecify.annotations.NullMarked;
