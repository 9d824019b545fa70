package io.motcua.platform.copies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the feeds with the service. */
final class CopyFeeds implements SmartLifecycle {

    private final List<CopyFeed> feeds;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    CopyFeeds(List<CopyFeed> feeds) {
        this.feeds = feeds;
    }

    @Override
    public void start() {
        feeds.forEach(it -> threads.add(it.start()));
        running = true;
    }

    @Override
    public void stop() {
        feeds.forEach(CopyFeed::stop);
        try {
            for (var thread : threads) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
