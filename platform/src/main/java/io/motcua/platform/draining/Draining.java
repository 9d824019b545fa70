package io.motcua.platform.draining;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.EurekaClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Leaves the register first, and lets the server stop only when the gateways have had time to read that: a request that is
 * sent to an instance while it stops is lost if it may not be repeated. Spring Cloud's own registration hears of the end by
 * the same event, ends as well, and leaves no time; consumers of events hear of it, too. So this one has to hear of it first.
 */
final class Draining implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final EurekaClient register;
    private final ApplicationContext own;
    private final Duration pause;

    Draining(EurekaClient register, ApplicationContext own, Duration pause) {
        this.register = register;
        this.own = own;
        this.pause = pause;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() != own) {
            return; // a part of the application ends
        }
        if (register.getApplicationInfoManager().getInfo().getStatus() != InstanceStatus.UP) {
            return; // nobody was sent here
        }
        // Takes the entry out at once. A mere change of status waits for up to half a minute when there was one before.
        register.shutdown();
        log.info("Out of the register; serving on for {} until nobody is sent here any more", pause);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
