package io.motcua.sandbox.bank;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

@Configuration(proxyBeanMethods = false)
class BankConfiguration {

    /** A merchant that does not answer holds a virtual thread, and nobody else's report. */
    @Bean
    TaskScheduler reportScheduler() {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("report-");
        scheduler.setVirtualThreads(true);
        return scheduler;
    }
}
