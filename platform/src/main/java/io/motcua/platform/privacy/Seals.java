package io.motcua.platform.privacy;

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
    };

    /** @param place where it lies; it cannot be opened elsewhere, so nobody can move it there */
    byte[] seal(byte[] clear, String place);

    /** @throws IllegalStateException if no key fits, or it was changed or moved */
    byte[] open(byte[] sealed, String place);
}
