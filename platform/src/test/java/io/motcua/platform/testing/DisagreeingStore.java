package io.motcua.platform.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import org.h2.mvstore.MVStore;

/** The embedded store, were it to part from MongoDB in one way. */
final class DisagreeingStore extends H2Backend {

    private final Disagreement disagreement;

    private DisagreeingStore(Disagreement disagreement) {
        super(new MVStore.Builder().open());
        this.disagreement = disagreement;
        version(ServerVersion.MONGO_5_0);
    }

    static String uri(Disagreement disagreement) {
        var server = new MongoServer(new DisagreeingStore(disagreement));
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return command.equals("hello")
                ? super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true)
                : super.handleCommand(channel, database, command, disagreement.rewritten(command, query));
    }
}
