package io.motcua.platform.requests;

/** Revisions as entity tags. */
public final class ETags {

    private ETags() {}

    public static String of(long revision) {
        return "\"" + revision + "\"";
    }
}
