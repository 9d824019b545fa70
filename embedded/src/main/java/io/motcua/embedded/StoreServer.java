package io.motcua.embedded;

import java.nio.file.Path;

/** The embedded store as a process of its own: {@code --port 27017 --data DIR}. */
public final class StoreServer {

    private StoreServer() {}

    public static void main(String[] args) throws InterruptedException {
        var arguments = new Arguments(args);
        var store = EmbeddedStore.in(Path.of(arguments.text("--data")), arguments.number("--port"));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "close"));
        System.out.println("ready " + store.port());
        Thread.currentThread().join();
    }
}
