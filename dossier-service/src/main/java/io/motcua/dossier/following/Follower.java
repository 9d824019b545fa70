package io.motcua.dossier.following;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Somebody who waits for one dossier to change. */
public final class Follower implements AutoCloseable {

    private final Followers followers;
    private final String person;
    private final String dossier;
    private final Semaphore news = new Semaphore(0);
    private volatile long seen;
    private volatile boolean ended;

    Follower(Followers followers, String person, String dossier) {
        this.followers = followers;
        this.person = person;
        this.dossier = dossier;
    }

    String person() {
        return person;
    }

    String dossier() {
        return dossier;
    }

    /** Says which version was read; any other is news. */
    public void saw(long version) {
        seen = version;
    }

    void found(long version) {
        if (version != seen) {
            news.release();
        }
    }

    void end() {
        ended = true;
        news.release();
    }

    /** Whether this instance stops: whoever follows should do so elsewhere. */
    public boolean ended() {
        return ended;
    }

    /** Waits until there is something to read, at most so long. */
    public boolean awaitNews(Duration patience) throws InterruptedException {
        var any = news.tryAcquire(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        news.drainPermits();
        return any;
    }

    @Override
    public void close() {
        followers.leave(this);
    }
}
