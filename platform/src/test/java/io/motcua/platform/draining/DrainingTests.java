package io.motcua.platform.draining;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.StatusChangeEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.cloud.commons.util.InetUtils;
import org.springframework.cloud.commons.util.InetUtilsProperties;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;

class DrainingTests {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Test
    void leaves_the_register_and_serves_on_for_a_while() {
        var instance = instance(InstanceStatus.UP);
        var left = new boolean[1];
        instance.registerStatusChangeListener(listener(left));
        var draining = new Draining(instance, PAUSE);
        draining.start();

        assertThat(stop(draining)).isGreaterThanOrEqualTo(PAUSE);
        assertThat(left[0]).as("the register is told at once").isTrue();
        assertThat(instance.getInfo().getStatus()).isEqualTo(InstanceStatus.OUT_OF_SERVICE);
        assertThat(draining.isRunning()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "DOWN", "OUT_OF_SERVICE"})
    void who_was_not_asked_does_not_wait(InstanceStatus status) {
        var draining = new Draining(instance(status), Duration.ofMinutes(1));
        draining.start();
        assertThat(stop(draining)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void comes_before_the_server_stops() {
        assertThat(new Draining(instance(InstanceStatus.UP), PAUSE).getPhase())
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    private static Duration stop(Draining draining) {
        long from = System.nanoTime();
        draining.stop();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static ApplicationInfoManager.StatusChangeListener listener(boolean[] called) {
        return new ApplicationInfoManager.StatusChangeListener() {
            @Override
            public String getId() {
                return "test";
            }

            @Override
            public void notify(StatusChangeEvent event) {
                called[0] = true;
            }
        };
    }

    private static ApplicationInfoManager instance(InstanceStatus status) {
        var info = InstanceInfo.Builder.newBuilder()
                .setAppName("thing-service")
                .setInstanceId("thing")
                .setHostName("127.0.0.1")
                .setStatus(status)
                .build();
        return new ApplicationInfoManager(new EurekaInstanceConfigBean(new InetUtils(new InetUtilsProperties())), info);
    }
}
