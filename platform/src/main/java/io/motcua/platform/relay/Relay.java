package io.motcua.platform.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes what the histories hold unpublished. A crash repeats events and never loses one; within an aggregate they go
 * out in order, and the relay stops at the first that Kafka has not acknowledged.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final AggregatesFactory aggregates;
    private final MongoTemplate mongo;
    private final KafkaTemplate<String, byte[]> kafka;
    private final EventRecords records;
    private final Leases leases;
    private final RelaySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter published;
    private final Counter failures;
    private final Semaphore nudges = new Semaphore(0);
    private final Map<String, Instant> oldest = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    Relay(
            AggregatesFactory aggregates,
            MongoTemplate mongo,
            KafkaTemplate<String, byte[]> kafka,
            EventRecords records,
            RelaySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.aggregates = aggregates;
        this.mongo = mongo;
        this.kafka = kafka;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.leases = new Leases(mongo, clock, settings.lease());
        this.meters = meters;
        this.published = meters.counter("motcua.relay.published");
        this.failures = meters.counter("motcua.relay.failures");
    }

    @Override
    public void start() {
        for (var outbox : aggregates.outboxes()) {
            outbox.onWrite(nudges::release);
            Gauge.builder("motcua.relay.age", () -> age(outbox))
                    .description("Age of the oldest unpublished entry that this instance is to publish")
                    .baseUnit("seconds")
                    .tag("collection", outbox.collection())
                    .register(meters);
        }
        // Assigned before it runs: its loop ends as soon as there is no thread.
        var started = Thread.ofVirtual().name("relay").unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        nudges.release();
        if (running == null) {
            return;
        }
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            boolean more = false;
            try {
                for (var outbox : aggregates.outboxes()) {
                    more |= publish(outbox);
                }
            } catch (RuntimeException e) {
                failures.increment();
                log.warn("The relay could not publish and tries again: {}", e.toString());
            }
            if (!more) {
                rest();
            }
        }
        try {
            leases.release();
        } catch (RuntimeException e) {
            log.info("The shards stay leased until their time is up: {}", e.toString());
        }
    }

    /** Publishes a batch; true if there may be more. */
    private boolean publish(Outbox outbox) {
        var shards = leases.held();
        if (shards.isEmpty()) {
            return false;
        }
        var batch = Batch.read(mongo, outbox, shards, settings.batch());
        if (batch.pending().isEmpty()) {
            oldest.remove(outbox.collection());
            return false;
        }
        oldest.put(outbox.collection(), batch.pending().getFirst().since);
        try {
            send(batch);
        } finally {
            batch.mark();
        }
        return batch.pending().size() == settings.batch();
    }

    /** Sends the first entry of every aggregate, waits for all, sends the second, and so on. */
    private void send(Batch batch) {
        List<Batch.Pending> going = batch.pending();
        for (int at = 0; !going.isEmpty(); at++) {
            int number = at;
            going = going.stream().filter(it -> it.entries.size() > number).toList();
            var acknowledgements = new ArrayList<CompletableFuture<?>>();
            for (var it : going) {
                acknowledgements.add(send(batch.outbox(), it, number));
            }
            CompletionException failed = null;
            for (int i = 0; i < going.size(); i++) {
                try {
                    acknowledgements.get(i).join();
                    going.get(i).sent();
                } catch (CompletionException e) {
                    failed = e;
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }

    private CompletableFuture<?> send(Outbox outbox, Batch.Pending pending, int number) {
        var entry = pending.entries.get(number);
        if (!entry.getBoolean("publish")) {
            return CompletableFuture.completedFuture(null);
        }
        published.increment();
        return kafka.send(records.of(outbox, pending.id, pending.agency, entry));
    }

    private void rest() {
        try {
            if (nudges.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    private double age(Outbox outbox) {
        var since = oldest.get(outbox.collection());
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
