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
import org.springframework.cloud.commons.util.InetUtils;
import org.springframework.cloud.commons.util.InetUtilsProperties;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

class DrainingTests {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ApplicationContext own = new StaticApplicationContext();

    @Test
    void leaves_the_register_and_serves_on_for_a_while() {
        var register = register(InstanceStatus.UP);
        assertThat(close(draining(register, PAUSE), own)).isGreaterThanOrEqualTo(PAUSE);
        verify(register).shutdown();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "DOWN", "OUT_OF_SERVICE"})
    void who_was_not_asked_does_not_wait(InstanceStatus status) {
        var register = register(status);
        assertThat(close(draining(register, Duration.ofMinutes(1)), own)).isLessThan(Duration.ofSeconds(10));
        verify(register, never()).shutdown();
    }

    @Test
    void the_end_of_a_part_is_not_the_end() {
        var register = register(InstanceStatus.UP);
        close(draining(register, PAUSE), new StaticApplicationContext());
        verify(register, never()).shutdown();
    }

    private Farewell draining(EurekaClient register, Duration pause) {
        return new DrainingAutoConfiguration().draining(register, own, pause);
    }

    private static Duration close(Farewell draining, ApplicationContext what) {
        long from = System.nanoTime();
        draining.onApplicationEvent(new ContextClosedEvent(what));
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
