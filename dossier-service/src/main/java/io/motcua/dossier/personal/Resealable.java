package io.motcua.dossier.personal;

/** Something that holds what keys have sealed. */
public interface Resealable {

    /** How much of it an old key has sealed. */
    long sealedWithOldKeys();

    /** Seals some of it anew. @return how much was found */
    int reseal(int limit);
}
