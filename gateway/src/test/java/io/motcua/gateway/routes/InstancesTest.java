package io.motcua.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/** Who is asked next. */
class InstancesTest {

    private static final Target POOL = Target.pool("dossier-service");

    @Test
    void equals_take_turns() {
        assertThat(asked(300, "", instance("a", ""), instance("b", ""), instance("c", "")))
                .isEqualTo(Map.of("a", 100L, "b", 100L, "c", 100L));
    }

    @Test
    void a_canary_gets_its_part_spread_over_time() {
        var weighed = new ServiceInstance[] {instance("old", "100", ""), instance("canary", "5", "")};
        for (int times : new int[] {105, 210, 1050}) {
            assertThat(asked(times, "", weighed).get("canary")).isBetween(times / 21 - 1L, times / 21 + 1L);
        }
    }

    @Test
    void nothing_is_sent_to_the_side_that_is_not_on_unless_it_is_all_there_is() {
        assertThat(asked(50, "", instance("green", "100", ""), instance("blue", "0", "")))
                .isEqualTo(Map.of("green", 50L));
        assertThat(asked(4, "", instance("blue", "0", ""))).isEqualTo(Map.of("blue", 4L));
    }

    @Test
    void the_own_zone_comes_first() {
        assertThat(asked(10, "north", instance("far", "south"), instance("near", "north")))
                .isEqualTo(Map.of("near", 10L));
        assertThat(asked(10, "north", instance("far", "south"), instance("off", "0", "north")))
                .as("nobody is taken for near who takes no requests")
                .isEqualTo(Map.of("far", 10L));
        assertThat(asked(10, "", instance("a", "south"), instance("b", "north")))
                .isEqualTo(Map.of("a", 5L, "b", 5L));
    }

    @Test
    void who_was_tried_is_not_tried_again_while_there_is_another() {
        var near = instance("near", "north");
        var far = instance("far", "south");
        var instances = instances("north", near, far);
        assertThat(instances.next(POOL, Set.of(near))).isEqualTo(far);
        assertThat(instances.next(POOL, Set.of(near, far))).isEqualTo(near);
    }

    private static Map<String, Long> asked(int times, String zone, ServiceInstance... all) {
        var instances = instances(zone, all);
        var asked = new TreeMap<String, Long>();
        for (int i = 0; i < times; i++) {
            asked.merge(instances.next(POOL, Set.of()).getInstanceId(), 1L, Long::sum);
        }
        return asked;
    }

    private static ServiceInstance instance(String id, String zone) {
        return instance(id, "", zone);
    }

    private static ServiceInstance instance(String id, String weight, String zone) {
        var metadata = Map.of("agency", "", "weight", weight, "zone", zone);
        return new DefaultServiceInstance(id, "dossier-service", "127.0.0.1", 80, false, metadata);
    }

    private static Instances instances(String zone, ServiceInstance... all) {
        var breaker = new RouteSettings.Breaker(1, 1, 50, Duration.ZERO, 1);
        var settings = new RouteSettings(Duration.ZERO, Duration.ZERO, Map.of(), zone, false, 1, 1, breaker);
        return new Instances(new Register(List.of(all)), settings, new DefaultSslBundleRegistry());
    }

    private record Register(List<ServiceInstance> all) implements DiscoveryClient {

        @Override
        public String description() {
            return "as given";
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return all;
        }

        @Override
        public List<String> getServices() {
            return List.of("dossier-service");
        }
    }
}
