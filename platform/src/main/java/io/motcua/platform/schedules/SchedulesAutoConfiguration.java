package io.motcua.platform.schedules;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * On virtual threads Spring Boot does all that comes back after a delay on one thread: while one sweep waits for a store that
 * is away, nothing else would be done, neither following placements nor watching who is silent.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration")
@EnableScheduling
class SchedulesAutoConfiguration {

    /** More than there are schedules in any service. */
    private static final int AT_ONCE = 32;

    @Bean
    @ConditionalOnMissingBean(TaskScheduler.class)
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("schedule-");
        scheduler.setPoolSize(AT_ONCE);
        return scheduler;
    }
}
