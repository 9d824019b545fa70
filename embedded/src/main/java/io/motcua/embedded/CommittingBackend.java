package io.motcua.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Hands every write to the operating system before it is acknowledged, so that an acknowledged write survives
 * {@code kill -9}. (By default the backend writes about once a second and loses thousands.)
 */
final class CommittingBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "renamecollection",
            "aggregate");

    private final MVStore file;

    CommittingBackend(MVStore file) {
        super(file);
        this.file = file;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            // The backend knows the command's old name only; drivers and Boot's health check ask by the new one.
            var answer = super.handleCommand(channel, database, "ismaster", query);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        var answer = super.handleCommand(channel, database, command, query);
        if (WRITES.contains(name)) {
            file.commit();
        }
        return answer;
    }
}
