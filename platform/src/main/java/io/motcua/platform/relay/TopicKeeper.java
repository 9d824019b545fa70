package io.motcua.platform.relay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics that the service declares as {@code NewTopic} beans, as soon as the broker can be reached. A
 * service starts without a broker, so this cannot be part of its start-up.
 */
final class TopicKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicKeeper.class);

    private final KafkaAdmin admin;
    private final Duration pause;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    TopicKeeper(KafkaAdmin admin, Duration pause) {
        this.admin = admin;
        this.pause = pause;
    }

    @Override
    public void start() {
        var signal = new CountDownLatch(1);
        stopped = signal;
        Thread.ofVirtual().name("topics").start(() -> run(signal));
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void run(CountDownLatch signal) {
        try {
            do {
                if (created()) {
                    return;
                }
            } while (!signal.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() {
        try {
            return admin.initialize();
        } catch (RuntimeException e) {
            log.warn("Topics could not be created and are tried again: {}", e.toString());
            return false;
        }
    }
}
