package io.motcua.events.catalog;

import io.motcua.events.TimeLimit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time limit and fees of a procedure through one channel.
 *
 * @param channel {@code IN_PERSON}, {@code ONLINE} or {@code POST}
 */
public record ChannelTerms(
        String channel,
        TimeLimit limit,
        List<Fee> fees,
        @Nullable String note) {

    public ChannelTerms {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(limit, "limit");
        fees = List.copyOf(fees);
    }
}
