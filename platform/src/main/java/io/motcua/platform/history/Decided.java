package io.motcua.platform.history;

/**
 * How a decision ended.
 *
 * @param snapshot the aggregate as it is now
 * @param applied false if the same cause had taken effect before
 */
public record Decided<S>(Snapshot<S> snapshot, boolean applied) {}
