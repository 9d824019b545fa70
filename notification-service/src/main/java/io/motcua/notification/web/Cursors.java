package io.motcua.notification.web;

import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.Place;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place in a list of messages, as it is written into the address of the next page. */
final class Cursors {
    private Cursors() {}

    static String of(Snapshot<Message> last) {
        var place = Place.of(last);
        return place.createdAt() + "/" + place.id();
    }

    /** Nothing at the beginning. */
    static @Nullable Place read(PageRequest page) {
        var cursor = page.cursor();
        if (cursor == null) {
            return null;
        }
        var parts = cursor.split("/", 2);
        try {
            return new Place(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException foreign) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "cursor");
        }
    }
}
