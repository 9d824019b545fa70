package io.motcua.local.supervision;

/** Tells whether a running child serves. */
@FunctionalInterface
public interface Probe {

    /**
     * @param logStart where in its log the present run of the child begins
     */
    boolean serves(long logStart);
}
