package io.motcua.platform.history;

/**
 * What a decision adds to the history.
 *
 * @param data a record or map; as JSON 64 kB at most
 */
public record Fact(EntryType type, Object data) {}
