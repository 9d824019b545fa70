package io.motcua.platform.history;

/**
 * A kind of history entry.
 *
 * @param name a dotted token; of a published entry the CloudEvents {@code type}
 * @param published whether the entry is also an event, its data being the payload
 */
public record EntryType(String name, Audience audience, boolean published) {}
