package io.motcua.platform.draining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.EurekaClient;
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
        var register = register(InstanceStatus.UP);
        var draining = new Draining(register, PAUSE);
        draining.start();

        assertThat(stop(draining)).isGreaterThanOrEqualTo(PAUSE);
        verify(register).shutdown();
        assertThat(draining.isRunning()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "DOWN", "OUT_OF_SERVICE"})
    void who_was_not_asked_does_not_wait(InstanceStatus status) {
        var register = register(status);
        var draining = new Draining(register, Duration.ofMinutes(1));
        draining.start();
        assertThat(stop(draining)).isLessThan(Duration.ofSeconds(10));
        verify(register, never()).shutdown();
    }

    @Test
    void comes_before_the_server_stops() {
        assertThat(new Draining(register(InstanceStatus.UP), PAUSE).getPhase())
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    private static Duration stop(Draining draining) {
        long from = System.nanoTime();
        draining.stop();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static EurekaClient register(InstanceStatus status) {
        var info = InstanceInfo.Builder.newBuilder()
                .setAppName("thing-service")
                .setInstanceId("thing")
                .setHostName("127.0.0.1")
                .setStatus(status)
                .build();
        var config = new EurekaInstanceConfigBean(new InetUtils(new InetUtilsProperties()));
        var register = mock(EurekaClient.class);
        when(register.getApplicationInfoManager()).thenReturn(new ApplicationInfoManager(config, info));
        return register;
    }
}
