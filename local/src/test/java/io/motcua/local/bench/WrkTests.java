package io.motcua.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import org.junit.jupiter.api.Test;

class WrkTests {

    private static final String SAID = """
            Running 8s test @ http://127.0.0.1:8080/x
              1 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.79ms    1.10ms  22.36ms   87.23%
                Req/Sec    18.61k     2.05k   22.43k    71.25%
              Latency Distribution
                 50%  740.00us
                 75%    2.21ms
                 90%    3.05ms
                 99%    1.50s
              148123 requests in 8.00s, 171.02MB read
            Requests/sec:  18513.52
            Transfer/sec:     21.37MB
            """;

    @Test
    void rate_and_times_are_read_in_whatever_unit_they_come() {
        assertThat(Wrk.read(SAID, "there")).isEqualTo(new Measured(18_513.52, 0.74, 1_500));
    }

    @Test
    void an_answer_that_is_none_spoils_the_measurement() {
        assertThatThrownBy(() -> Wrk.read(SAID + "  Non-2xx or 3xx responses: 3\n", "there"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Non-2xx or 3xx responses: 3");
        assertThatThrownBy(() -> Wrk.read(SAID + "  Socket errors: connect 0, read 1, write 0, timeout 0\n", "there"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("read 1");
    }

    @Test
    void an_output_of_another_kind_is_a_failure() {
        assertThatThrownBy(() -> Wrk.read("unable to connect", "there")).isInstanceOf(Failure.class);
    }
}
