package io.motcua.local.control;

/**
 * What the command line asks of the supervisor.
 *
 * @param secret from the control file, which only the user can read: other users of this machine reach the port too
 * @param component empty where the request is about all
 */
record Request(String secret, Verb verb, String component) {

    enum Verb {
        REPORT,
        STOP,
        KILL,
        START,
        /** The component is an agency whose own instances shall run. */
        ENLIST,
        DISMISS,
        DOWN
    }
}
