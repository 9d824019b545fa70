package io.motcua.notification.web;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.notification.messages.Message;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.data.mongodb.core.query.Criteria;

/** Pages through messages from the newest to the oldest; the id decides between those of one instant. */
final class NewestFirst {
    private NewestFirst() {}

    static String cursor(Snapshot<Message> last) {
        return last.createdAt() + "/" + last.id();
    }

    /** What lies behind the cursor of the request; everything at the beginning. */
    static Criteria behind(PageRequest page) {
        var cursor = page.cursor();
        if (cursor == null) {
            return new Criteria();
        }
        var parts = cursor.split("/", 2);
        try {
            var createdAt = Instant.parse(parts[0]);
            return new Criteria()
                    .orOperator(
                            where("createdAt").lt(createdAt),
                            where("createdAt").is(createdAt).and("_id").lt(parts[1]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException foreign) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "cursor");
        }
    }
}
