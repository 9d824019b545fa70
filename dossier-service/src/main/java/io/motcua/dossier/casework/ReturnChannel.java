package io.motcua.dossier.casework;

/** How the applicant gets the result. */
public enum ReturnChannel {
    COUNTER,
    POST,
    ONLINE
}
