package io.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.platform.testing.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationApiTests extends NotificationTest {
    private static final String LIST = "/api/v1/agencies/H37/notifications";
    private static final String INBOX = "/api/v1/me/inbox";

    @Test
    void staff_see_the_messages_of_a_dossier_with_masked_addresses_and_attempts() {
        var citizen = new Citizen("020190005555", "lan.nong@example.vn", "84912345678", "vi");
        var dossier = told(citizen);

        var found = notifications(dossier);

        assertThat(found).hasSize(4);
        assertThat(found)
                .extracting(it -> it.path("address").asString())
                .containsOnly("l***@example.vn", "84*****5678");
        assertThat(found).allSatisfy(it -> {
            assertThat(it.path("status").asString()).isEqualTo("SENT");
            assertThat(it.path("dossier").asString()).isEqualTo(dossier);
            assertThat(it.path("dossierCode").asString()).isEqualTo("000.00.15.H37-210608-0001");
            assertThat(it.path("attempts")).hasSize(1);
            assertThat(it.path("attempts").get(0).path("outcome").asString()).isEqualTo("SENT");
            assertThat(it.path("endedAt").asString()).isNotEmpty();
        });
    }

    @Test
    void a_list_is_read_page_by_page() {
        var dossier = told(Citizen.vietnamese());
        var staff = api.as(Tokens.staff("H37", "auditor"));
        var seen = new ArrayList<String>();

        var next = LIST + "?limit=3&count=true&dossier=" + dossier;
        var pages = 0;
        while (!next.isEmpty()) {
            var answer = staff.get(next);
            assertThat(answer.status()).isEqualTo(200);
            if (pages++ == 0) {
                assertThat(answer.body().path("total").asLong()).isEqualTo(4);
            }
            answer.body().path("items").forEach(it -> seen.add(it.path("id").asString()));
            next = answer.body().path("next").asString("");
        }

        assertThat(pages).isEqualTo(2);
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void a_citizen_reads_the_own_inbox_and_nobody_else_s() {
        var citizen = Citizen.speaking("en");
        var dossier = told(citizen);
        var stranger = Citizen.vietnamese();

        var inbox = api.as(Tokens.citizen(citizen.personalId())).get(INBOX);

        assertThat(inbox.status()).isEqualTo(200);
        assertThat(inbox.body().path("items")).hasSize(4).allSatisfy(it -> {
            assertThat(it.path("agency").asString()).isEqualTo("H37");
            assertThat(it.path("dossier").asString()).isEqualTo(dossier);
            assertThat(it.path("text").asString()).contains("000.00.15.H37-210608-0001");
            assertThat(it.path("address").asString()).contains("***");
            assertThat(it.has("subject"))
                    .isEqualTo(it.path("channel").asString().equals("EMAIL"));
        });
        assertThat(api.as(Tokens.citizen(stranger.personalId()))
                        .get(INBOX)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    static Stream<Arguments> bad_requests() {
        var staff = Tokens.staff("H37", "receptionist");
        return Stream.of(
                Arguments.of("no token", "GET", LIST, "", 401, "unauthenticated"),
                Arguments.of("no token", "GET", INBOX, "", 401, "unauthenticated"),
                Arguments.of("not a token", "GET", LIST, "abc", 401, "unauthenticated"),
                Arguments.of("forged token", "GET", LIST, Tokens.forged(), 401, "unauthenticated"),
                Arguments.of("expired token", "GET", INBOX, Tokens.expired(), 401, "unauthenticated"),
                Arguments.of("foreign token", "GET", LIST, Tokens.foreign(), 401, "unauthenticated"),
                Arguments.of("misdirected token", "GET", INBOX, Tokens.misdirected(), 401, "unauthenticated"),
                Arguments.of("a citizen", "GET", LIST, Tokens.citizen("020190001234"), 403, "forbidden"),
                Arguments.of("another agency", "GET", LIST, Tokens.staff("H34", "leader"), 403, "forbidden"),
                Arguments.of("another role", "GET", LIST, Tokens.staff("H37", "catalogue-editor"), 403, "forbidden"),
                Arguments.of("no such limit", "GET", LIST + "?limit=0", staff, 400, "invalid-parameter"),
                Arguments.of("no number", "GET", LIST + "?limit=ten", staff, 400, "invalid-parameter"),
                Arguments.of("too many", "GET", INBOX + "?limit=201", staff, 400, "invalid-parameter"),
                Arguments.of("no base64", "GET", LIST + "?cursor=%25", staff, 400, "invalid-parameter"),
                Arguments.of("foreign cursor", "GET", LIST + "?cursor=YWJj", staff, 400, "invalid-parameter"),
                Arguments.of("foreign cursor", "GET", INBOX + "?cursor=MjAyMQ", staff, 400, "invalid-parameter"),
                Arguments.of("no such path", "GET", LIST + "/1/2", staff, 404, "not-found"),
                Arguments.of("no such method", "DELETE", LIST, staff, 405, "method-not-allowed"),
                Arguments.of("no such method", "PUT", INBOX, staff, 405, "method-not-allowed"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("bad_requests")
    void a_bad_request_is_refused_with_a_problem(
            String why, String method, String path, String token, int status, String problem) {
        var client = token.isEmpty() ? api : api.as(token);

        var answer = client.header("Accept-Language", "en").send(method, path, null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.toString()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_caller_who_wants_no_json_is_told_so() {
        assertThat(api.as(Tokens.staff("H37", "leader"))
                        .header("Accept", "text/csv")
                        .get(LIST)
                        .status())
                .isEqualTo(406);
    }

    @Test
    void a_problem_speaks_the_language_of_the_caller() {
        var vietnamese = api.header("Accept-Language", "vi")
                .get(INBOX)
                .body()
                .path("title")
                .asString();
        var english = api.header("Accept-Language", "en")
                .get(INBOX)
                .body()
                .path("title")
                .asString();

        assertThat(vietnamese).isNotEmpty().isNotEqualTo(english);
    }

    private String told(Citizen citizen) {
        var dossier = newId();
        publish(
                DossierSubmitted.TYPE,
                dossier,
                new DossierSubmitted(
                        dossier(dossier), recipient(citizen), "ONLINE", Instant.parse("2021-06-08T01:00:00Z")));
        publish(
                DossierAccepted.TYPE,
                dossier,
                new DossierAccepted(
                        dossier(dossier),
                        recipient(citizen),
                        Instant.parse("2021-06-08T02:00:00Z"),
                        Instant.parse("2021-06-17T10:30:00Z")));
        awaitSent(dossier, 4);
        return dossier;
    }
}
