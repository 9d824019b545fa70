package io.motcua.local.supervision;

/** Where a child stands. */
public enum ChildState {
    /** Others must serve first. */
    WAITING,
    /** Being unpacked or trained. */
    PREPARING,
    /** Runs, does not serve yet. */
    STARTING,
    HEALTHY,
    /** Served before, does not now, still runs. */
    UNHEALTHY,
    /** Crashed; will be started again. */
    CRASHED,
    STOPPING,
    /** On request. */
    STOPPED
}
