package io.motcua.platform.copies;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready only when every copy has once caught up: an incomplete one would deny what exists. */
final class CopiesHealth implements HealthIndicator {

    private final List<String> names;
    private final CopyOffsets offsets;

    CopiesHealth(List<String> names, CopyOffsets offsets) {
        this.names = names;
        this.offsets = offsets;
    }

    @Override
    public Health health() {
        var missing = names.stream().filter(it -> !offsets.complete(it)).toList();
        return missing.isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("incomplete", missing).build();
    }
}
