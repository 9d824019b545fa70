package io.motcua.platform.draining;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Says first of all that this process is about to end, and lets the server stop only when others have had time to hear that.
 * Everybody else who hears of the end by the same event, Spring Cloud's registration and consumers of events among them, is
 * told after the pause.
 */
public final class Farewell implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Farewell.class);

    private final ApplicationContext own;
    private final Duration pause;
    private final BooleanSupplier said;

    /**
     * @param pause longer than those who send requests here take to look again
     * @param said tells them; false if nobody sends any, so that there is nothing to wait for
     */
    public Farewell(ApplicationContext own, Duration pause, BooleanSupplier said) {
        this.own = own;
        this.pause = pause;
        this.said = said;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() != own || !said.getAsBoolean()) {
            return; // a part of the application ends, or nobody was sent here
        }
        log.info("Serving on for {} until nobody is sent here any more", pause);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
