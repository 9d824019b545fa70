package io.motcua.platform.consumption;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs the subscriptions whose events the instances of a service share. */
final class SharedSubscriptions implements SmartLifecycle {

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;
    private final DeadLetters deadLetters;
    private final Share share;
    private final MeterRegistry meters;
    private volatile boolean running;

    SharedSubscriptions(
            List<Subscription> subscriptions,
            ConsumerFactory<String, byte[]> consumers,
            DeadLetters deadLetters,
            Share share,
            MeterRegistry meters) {
        this.deadLetters = deadLetters;
        this.share = share;
        this.meters = meters;
        var group = share.group();
        containers = subscriptions.stream()
                .filter(it -> it.copy() == null)
                .map(it -> container(it, consumers, group))
                .toList();
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            Subscription subscription, ConsumerFactory<String, byte[]> consumers, String group) {
        var properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(group);
        properties.setMissingTopicsFatal(false);
        properties.setObservationEnabled(true);
        properties.setMessageListener((MessageListener<String, byte[]>) event -> handle(subscription, event));
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(group + "<-" + subscription.topic());
        container.setCommonErrorHandler(errorHandler());
        return container;
    }

    private void handle(Subscription subscription, ConsumerRecord<String, byte[]> event) {
        var type = EventAttributes.type(event);
        if (type.isEmpty()) {
            throw new UnacceptableEvent("The record is no CloudEvent: it has no ce_type", null);
        }
        if (!subscription.wants(type.get())) {
            meters.counter("motcua.events.skipped", "topic", event.topic()).increment();
            return;
        }
        var about = EventAttributes.read(event);
        if (share.serves(about.agency())) {
            subscription.handle(event.value(), about);
        }
    }

    /** Holds the partition until the event succeeds: only a record that never can is put aside. */
    private DefaultErrorHandler errorHandler() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        var handler = new DefaultErrorHandler(
                (event, failure) -> {
                    @SuppressWarnings("unchecked")
                    var letter = (ConsumerRecord<String, byte[]>) event;
                    deadLetters.put(letter, unacceptable(failure));
                },
                backOff);
        handler.setClassifications(Map.of(UnacceptableEvent.class, false), true);
        return handler;
    }

    private static UnacceptableEvent unacceptable(Exception failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof UnacceptableEvent unacceptable) {
                return unacceptable;
            }
        }
        throw new IllegalStateException("Only an unacceptable event may be put aside", failure);
    }
}
