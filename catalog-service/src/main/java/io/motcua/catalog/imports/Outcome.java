package io.motcua.catalog.imports;

/** What a good row did. */
public enum Outcome {
    APPLIED,
    /** We knew it already: nothing was written, nothing will be published. */
    UNCHANGED
}
