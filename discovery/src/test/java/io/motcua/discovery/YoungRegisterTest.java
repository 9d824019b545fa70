package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.netflix.eureka.server.EurekaServerConfigBean;
import org.springframework.core.env.Environment;

/** What a server answers that has just started. */
class YoungRegisterTest extends RunningRegister {

    private static final int LONG = 60_000;

    @Autowired
    PeerAwareInstanceRegistry registry;

    @Autowired
    ApplicationInfoManager itself;

    @Autowired
    EurekaServerConfigBean settings;

    @Autowired
    Environment environment;

    @Test
    void is_not_read_until_all_have_had_time_to_register() {
        settings.setWaitTimeInMsWhenSyncEmpty(LONG);
        try {
            start();
            assertThat(as("gateway", "GET", "/apps", "").status()).isEqualTo(403);
            assertThat(as("gateway", "GET", "/apps/delta", "").status()).isEqualTo(403);
        } finally {
            settings.setWaitTimeInMsWhenSyncEmpty(0);
        }
        assertThat(as("gateway", "GET", "/apps", "").status()).isEqualTo(200);
    }

    /** As the server itself does when it finds no peer to copy from. */
    private void start() {
        int copied = environment.getRequiredProperty(
                "eureka.instance.registry.default-open-for-traffic-count", Integer.class);
        registry.openForTraffic(itself, copied);
    }
}
