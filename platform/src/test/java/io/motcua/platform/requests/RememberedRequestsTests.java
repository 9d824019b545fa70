package io.motcua.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.privacy.Seals;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.unit.DataSize;

/** What is remembered of answers, where these say something of people. */
@NeedsBackends
class RememberedRequestsTests {

    private static final RequestSettings SETTINGS =
            new RequestSettings(DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ofDays(7));
    private static final byte[] BODY = "{\"name\":\"Lan\"}".getBytes(StandardCharsets.UTF_8);

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "remembered-" + UUID.randomUUID());

    @Test
    void an_answer_lies_sealed_and_comes_back_as_it_went_out() {
        var requests = sealedWith(new Inverting(1, List.of()));
        remember(requests, "k1");

        assertThat(stored("k1")).isNotEqualTo(BODY);
        assertThat(body(requests, "k1")).isEqualTo(BODY);
    }

    @Test
    void what_an_old_key_has_sealed_is_sealed_anew() {
        remember(sealedWith(new Inverting(1, List.of())), "k1");
        var both = sealedWith(new Inverting(2, List.of(1L)));
        remember(both, "k2");

        assertThat(both.sealedWithOldKeys()).isOne();
        assertThat(both.reseal(10)).isOne();
        assertThat(both.sealedWithOldKeys()).isZero();
        assertThat(both.reseal(10)).isZero();
        var second = sealedWith(new Inverting(2, List.of()));
        assertThat(body(second, "k1")).isEqualTo(BODY);
        assertThat(body(second, "k2")).isEqualTo(BODY);
    }

    @Test
    void what_was_remembered_before_anything_was_sealed_is_read_and_then_sealed() {
        remember(sealedWith(Seals.NONE), "k1");
        assertThat(stored("k1")).isEqualTo(BODY);
        var requests = sealedWith(new Inverting(1, List.of()));
        assertThat(body(requests, "k1")).isEqualTo(BODY);

        assertThat(requests.sealUnsealed(10)).isOne();

        assertThat(stored("k1")).isNotEqualTo(BODY);
        assertThat(body(requests, "k1")).isEqualTo(BODY);
        assertThat(requests.sealUnsealed(10)).isZero();
    }

    private RememberedRequests sealedWith(Seals seals) {
        return new RememberedRequests(mongo, Clock.systemUTC(), SETTINGS, seals);
    }

    private static void remember(RememberedRequests requests, String key) {
        requests.remember(requests.claim(key, "hash"), new RememberedRequests.Answer(201, Map.of(), BODY));
    }

    private static byte[] body(RememberedRequests requests, String key) {
        return requests.answer(key, "hash").orElseThrow().body();
    }

    private byte[] stored(String key) {
        var found = mongo.findById(key, Document.class, "requests");
        assertThat(found).isNotNull();
        return found.getEmbedded(List.of("answer", "body"), Binary.class).getData();
    }

    /** Notes its key in front and turns all bits over: enough to tell whether and by whom something was sealed. */
    private record Inverting(long own, List<Long> oldKeys) implements Seals {

        @Override
        public Long key() {
            return own;
        }

        @Override
        public byte[] seal(byte[] clear, String place) {
            var sealed = new byte[clear.length + 1];
            sealed[0] = (byte) own;
            for (int i = 0; i < clear.length; i++) {
                sealed[i + 1] = (byte) ~clear[i];
            }
            return sealed;
        }

        @Override
        public byte[] open(byte[] sealed, String place) {
            var keys = new ArrayList<>(oldKeys);
            keys.add(own);
            if (!keys.contains((long) sealed[0])) {
                throw new IllegalStateException("What lies in " + place + " cannot be opened");
            }
            var clear = new byte[sealed.length - 1];
            for (int i = 0; i < clear.length; i++) {
                clear[i] = (byte) ~sealed[i + 1];
            }
            return clear;
        }
    }
}
