package io.motcua.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A document store that speaks MongoDB's wire protocol and needs no installation.
 *
 * <p>It has no transactions, no secondary indexes and no TTL; what the services promise does not rest on these.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MVStore file;
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedStore(MVStore file, int port) {
        this.file = file;
        var backend = new CommittingBackend(file);
        backend.version(ServerVersion.MONGO_5_0);
        server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (RuntimeException taken) {
            // Its threads would keep the process alive without a port.
            close();
            throw taken;
        }
        address = server.getLocalAddress();
    }

    /** A store that forgets everything when it closes, on a free port. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(new MVStore.Builder().open(), 0);
    }

    /**
     * A store in a file of the folder, which is created if need be.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedStore in(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the store's folder " + folder, e);
        }
        var file = new MVStore.Builder()
                .fileName(folder.resolve("store.mv").toString())
                .autoCommitDisabled()
                .open();
        // Nobody reads old versions; keeping them (45 s by default) lets the file grow to hundreds of megabytes.
        file.setRetentionTime(0);
        file.setVersionsToKeep(0);
        return new EmbeddedStore(file, port);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    public int port() {
        return address.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        if (!file.isClosed()) {
            file.close();
        }
    }
}
