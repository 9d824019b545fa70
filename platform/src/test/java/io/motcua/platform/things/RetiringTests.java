package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class RetiringTests {

    @Autowired
    Api api;

    @Autowired
    MeterRegistry meters;

    private double calls() {
        var counter = meters.find("motcua.retiring.calls")
                .tag("operation", "ThingController.heap")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void an_operation_that_is_to_go_says_when_and_what_takes_its_place() {
        double before = calls();
        var answer = api.as(Tokens.citizen("020190001234")).get("/agencies/H37/heaps/a%20b");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isEqualTo("@1795564800");
        assertThat(answer.header("Sunset")).isEqualTo("Tue, 25 May 2027 00:00:00 GMT");
        assertThat(answer.header("Link")).isEqualTo("</agencies/H37/things?after=a%20b>; rel=\"successor-version\"");
        assertThat(calls()).isEqualTo(before + 1);
    }

    @Test
    void all_others_say_nothing() {
        var answer = api.as(Tokens.citizen("020190001234")).get("/agencies/H37/things");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isEmpty();
        assertThat(answer.header("Sunset")).isEmpty();
    }

    @Test
    void the_api_document_says_so_too() {
        var paths = api.get("/v3/api-docs").body().get("paths");
        var heap = paths.get("/agencies/{agency}/heaps/{id}").get("get");

        assertThat(heap.get("deprecated").asBoolean()).isTrue();
        assertThat(heap.get("x-sunset").asString()).isEqualTo("2027-05-25");
        assertThat(paths.get("/agencies/{agency}/things").get("get").has("deprecated"))
                .isFalse();
    }
}
