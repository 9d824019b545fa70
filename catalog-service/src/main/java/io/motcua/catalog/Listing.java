package io.motcua.catalog;

import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import java.util.List;
import java.util.function.Function;

/** Pages of lists that are at hand as a whole. */
public final class Listing {

    private Listing() {}

    /** @param key unique, and the order of the list */
    public static <T> Page<T> page(List<T> all, PageRequest page, Function<? super T, String> key) {
        var cursor = page.cursor();
        var found = all.stream()
                .filter(it -> cursor == null || key.apply(it).compareTo(cursor) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page, key, page.count() ? (long) all.size() : null);
    }
}
