package io.motcua.events.catalog;

import io.motcua.events.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant pays for a procedure through one channel.
 *
 * @param kind {@code FEE} (lệ phí) or {@code CHARGE} (phí)
 * @param collectAt {@code INTAKE}, {@code SUPPLEMENT} or {@code RETURN}
 * @param note exemptions and the like, for people
 */
public record Fee(
        String kind,
        String name,
        Money amount,
        String collectAt,
        @Nullable String note) {

    public Fee {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(collectAt, "collectAt");
    }
}
