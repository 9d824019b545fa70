package io.motcua.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTests {

    @TempDir
    Path folder;

    @Test
    void remembers_its_topics_over_a_restart() throws Exception {
        var first = EmbeddedBroker.in(folder);
        try (var admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("things", 2, (short) 1)))
                    .all()
                    .get();
        }
        first.close();

        try (var second = EmbeddedBroker.in(folder);
                var admin = Admin.create(Map.of("bootstrap.servers", second.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("things");
        }
    }
}
