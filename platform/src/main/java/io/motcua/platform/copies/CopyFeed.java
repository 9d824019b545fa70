package io.motcua.platform.copies;

import io.motcua.platform.consumption.DeadLetters;
import io.motcua.platform.consumption.EventAttributes;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.consumption.UnacceptableEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/** Feeds one copy: from its own offsets, or from the start where it has none, all partitions, without a group. */
final class CopyFeed {

    private static final Logger log = LoggerFactory.getLogger(CopyFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 1_000;

    private final Subscription subscription;
    private final String copy;
    private final CopyOffsets offsets;
    private final ConsumerFactory<String, byte[]> consumers;
    private final DeadLetters deadLetters;
    private final CountDownLatch stopped = new CountDownLatch(1);

    CopyFeed(
            Subscription subscription,
            String copy,
            CopyOffsets offsets,
            ConsumerFactory<String, byte[]> consumers,
            DeadLetters deadLetters) {
        this.subscription = subscription;
        this.copy = copy;
        this.offsets = offsets;
        this.consumers = consumers;
        this.deadLetters = deadLetters;
    }

    Thread start() {
        return Thread.ofVirtual().name("copy-" + copy).start(this::run);
    }

    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            do {
                try (var consumer = consumers.createConsumer(null, copy)) {
                    feed(consumer);
                } catch (WakeupException e) {
                    log.debug("The feed of {} is woken", copy);
                } catch (RuntimeException e) {
                    log.warn("The copy {} cannot go on and tries again: {}", copy, e.toString());
                }
            } while (!stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(subscription.topic(), Duration.ofSeconds(5)).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        if (partitions.isEmpty()) {
            log.info("The topic {} of the copy {} is not there yet", subscription.topic(), copy);
            return;
        }
        consumer.assign(partitions);
        seek(consumer, partitions);
        var goal = consumer.endOffsets(partitions, Duration.ofSeconds(10));
        boolean complete = offsets.complete(copy);
        while (stopped.getCount() > 0) {
            var records = consumer.poll(POLL);
            records.forEach(this::apply);
            if (!remember(records)) {
                log.warn("The database of the copy {} has been emptied: it is read again from the start", copy);
                return;
            }
            if (!complete && reached(consumer, goal)) {
                offsets.markComplete(copy);
                complete = true;
                log.info("The copy {} is complete", copy);
            }
        }
    }

    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        var known = offsets.read(copy);
        if (known.isEmpty()) {
            offsets.begin(copy);
        }
        consumer.seekToBeginning(partitions);
        known.ifPresent(next -> next.forEach((partition, offset) -> {
            var place = new TopicPartition(subscription.topic(), partition);
            if (partitions.contains(place)) {
                consumer.seek(place, offset);
            }
        }));
    }

    private void apply(ConsumerRecord<String, byte[]> event) {
        try {
            var type = EventAttributes.type(event)
                    .orElseThrow(() -> new UnacceptableEvent("The record is no CloudEvent: it has no ce_type", null));
            if (subscription.wants(type)) {
                subscription.handle(event.value(), EventAttributes.read(event));
            }
        } catch (UnacceptableEvent e) {
            deadLetters.put(event, e);
        }
    }

    /** False if the place to remember in is gone. */
    private boolean remember(ConsumerRecords<String, byte[]> records) {
        if (records.isEmpty()) {
            return offsets.read(copy).isPresent();
        }
        Map<Integer, Long> next = new HashMap<>();
        records.forEach(it -> next.merge(it.partition(), it.offset() + 1, Math::max));
        return offsets.write(copy, next);
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().allMatch(it -> consumer.position(it.getKey()) >= it.getValue());
    }
}
