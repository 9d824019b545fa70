package io.motcua.platform.history;

/** Who may read an entry of a history; each includes the readers of the one before. */
public enum Audience {
    /** Anyone who knows the aggregate. */
    PUBLIC,
    /** The person whose matter it is, and the agency. */
    PARTIES,
    /** The agency only. */
    INTERNAL
}
