package io.motcua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.draining.Farewell;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LeavingTest {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final StaticApplicationContext own = new StaticApplicationContext();
    private final List<AvailabilityState> told = new ArrayList<>();
    private final Leaving leaving = new Leaving(own);
    private final Farewell farewell = new LeavingConfiguration().leavingFirst(leaving, own, PAUSE);

    LeavingTest() {
        ApplicationListener<ApplicationEvent> balancer = it -> {
            if (it instanceof AvailabilityChangeEvent<?> change) {
                told.add(change.getState());
            }
        };
        own.addApplicationListener(balancer);
        own.refresh();
    }

    @Test
    void says_that_it_is_not_ready_and_serves_on_for_a_while() {
        long from = System.nanoTime();
        farewell.onApplicationEvent(new ContextClosedEvent(own));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThanOrEqualTo(PAUSE);
        assertThat(told).containsExactly(ReadinessState.REFUSING_TRAFFIC);
    }

    @Test
    void ends_connections_with_the_next_answer_only_when_it_leaves() throws ServletException, IOException {
        assertThat(answer().getHeader("Connection")).isNull();
        farewell.onApplicationEvent(new ContextClosedEvent(own));
        assertThat(answer().getHeader("Connection")).isEqualTo("close");
    }

    @Test
    void the_end_of_a_part_is_not_the_end() throws ServletException, IOException {
        farewell.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
        assertThat(answer().getHeader("Connection")).isNull();
        assertThat(told).isEmpty();
    }

    private MockHttpServletResponse answer() throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        leaving.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }
}
