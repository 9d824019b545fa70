package io.motcua.platform.privacy;

/** Something that holds what keys have sealed. */
public interface Resealable {

    /** How much of it an old key has sealed. */
    long sealedWithOldKeys();

    /** Seals some of that anew. @return how much was found */
    int reseal(int limit);

    /** Seals some of what was written before anything was sealed. @return how much was found */
    default int sealUnsealed(int limit) {
        return 0;
    }
}
