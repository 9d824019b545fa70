package io.motcua.platform.draining;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.EurekaClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves the register first, and lets the server stop only when the gateways have had time to read that: a request that is
 * sent to an instance while it stops is lost if it may not be repeated.
 */
final class Draining implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final EurekaClient register;
    private final Duration pause;
    private volatile boolean running;

    Draining(EurekaClient register, Duration pause) {
        this.register = register;
        this.pause = pause;
    }

    /** Before everything else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
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

    @Override
    public boolean isRunning() {
        return running;
    }
}
