package io.motcua.platform.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;

class SchedulesTests {

    static final class Sweeps {

        private final CountDownLatch storeIsBack = new CountDownLatch(1);
        private final CountDownLatch waiting = new CountDownLatch(1);
        private final CountDownLatch looks = new CountDownLatch(3);

        @Scheduled(fixedDelay = 1)
        void wait_for_a_store() throws InterruptedException {
            waiting.countDown();
            storeIsBack.await();
        }

        @Scheduled(fixedDelay = 1)
        void look() throws InterruptedException {
            waiting.await();
            looks.countDown();
        }
    }

    @Test
    void what_waits_holds_up_nothing_else() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(SchedulesAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withBean(Sweeps.class)
                .run(context -> {
                    var sweeps = context.getBean(Sweeps.class);
                    assertThat(sweeps.looks.await(10, TimeUnit.SECONDS)).isTrue();
                    sweeps.storeIsBack.countDown();
                });
    }
}
