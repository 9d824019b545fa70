package io.motcua.platform.pages;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list.
 *
 * @param next the link to the next part, or null on the last
 * @param total how many there are in all, only if it was asked for
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of what was found by asking for one more than fits.
     *
     * @param found at most {@code request.limit() + 1}
     * @param cursor of the last item of this page, from which the next one starts
     */
    public static <T> Page<T> of(
            List<T> found, PageRequest request, Function<? super T, String> cursor, @Nullable Long total) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null, total);
        }
        var items = found.subList(0, request.limit());
        return new Page<>(items, link(cursor.apply(items.getLast())), total);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next, total);
    }

    private static String link(String cursor) {
        var uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", PageRequest.encode(cursor))
                .replaceQueryParam("count")
                .build()
                .toUri();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
