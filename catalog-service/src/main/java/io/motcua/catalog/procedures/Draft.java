package io.motcua.catalog.procedures;

import org.jspecify.annotations.Nullable;

/**
 * What an editor has written and not yet published.
 *
 * @param submission as JSON, just as it was handed in: it may be unfinished
 * @param publishedAs the version that it became; null while it is open
 */
record Draft(
        String agency,
        String code,
        String submission,
        @Nullable Integer publishedAs) {

    static String id(String agency, String code) {
        return agency + "/" + code + "/draft";
    }

    boolean open() {
        return publishedAs == null;
    }

    Draft published(int version) {
        return new Draft(agency, code, submission, version);
    }
}
