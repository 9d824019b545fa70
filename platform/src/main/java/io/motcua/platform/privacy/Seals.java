package io.motcua.platform.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals what a store must not hold in clear. A service that keeps no personal data has none. */
public interface Seals {

    /** For services without personal data. */
    Seals NONE = new Seals() {
        @Override
        public byte[] seal(byte[] clear, String place) {
            return clear;
        }

        @Override
        public byte[] open(byte[] sealed, String place) {
            return sealed;
        }

        @Override
        public @Nullable Long key() {
            return null;
        }

        @Override
        public List<Long> oldKeys() {
            return List.of();
        }
    };

    /** @param place where it lies; it cannot be opened elsewhere, so nobody can move it there */
    byte[] seal(byte[] clear, String place);

    /** @throws IllegalStateException if no key fits, or it was changed or moved */
    byte[] open(byte[] sealed, String place);

    /** With which key it seals; null if it seals nothing. */
    @Nullable
    Long key();

    /** Those with which it opens alone. */
    List<Long> oldKeys();
}
