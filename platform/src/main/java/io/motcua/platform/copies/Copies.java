package io.motcua.platform.copies;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The copies that this service keeps of others' data. */
public final class Copies {

    private final MongoTemplate mongo;
    private final CopyOffsets offsets;

    Copies(MongoTemplate mongo, CopyOffsets offsets) {
        this.mongo = mongo;
        this.offsets = offsets;
    }

    /** One collection of a copy. */
    public <T> CopiedDocuments<T> documents(String collection, Class<T> type) {
        return new CopiedDocuments<>(mongo, collection, type);
    }

    /** Whether the copy has once caught up with its source. */
    public boolean complete(String name) {
        return offsets.complete(name);
    }

    /**
     * For answers that rest on the absence of something in a copy.
     *
     * @throws Problem 503 with {@code Retry-After} until the copy is complete
     */
    public void require(String name) {
        if (!complete(name)) {
            throw new Problem(PlatformProblem.NOT_READY, name).retryAfter(Duration.ofSeconds(2));
        }
    }
}
