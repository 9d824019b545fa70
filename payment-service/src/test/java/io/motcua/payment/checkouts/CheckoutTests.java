package io.motcua.payment.checkouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Going to the bank, over HTTP; and who may see what. */
class CheckoutTests extends PaymentServiceTest {

    @Test
    void leads_to_the_banks_page() {
        var order = openOrder();

        var answer = api.as(payer()).post(checkouts(order), Map.of());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(PAYMENTS + "/" + order);
        var url = answer.body().path("url").asString();
        assertThat(url).startsWith(BANK.url() + "/paymentv2/vpcpay.html?");
        assertThat(TestBank.accepts(url)).isTrue();
        assertThat(TestBank.parameters(URI.create(url)))
                .containsEntry("vnp_Amount", "1000000")
                .containsEntry("vnp_TmnCode", "DEMOTMN1")
                .containsEntry("vnp_TxnRef", order + "-1")
                .containsEntry("vnp_OrderInfo", "H37.15-260801-0001 Le phi dang ky thuong tru")
                .containsEntry("vnp_ReturnUrl", "http://localhost:8080" + PAYMENTS + "/vnpay/return")
                .containsEntry("vnp_Locale", "vn");
        assertThat(answer.body().path("reference").asString()).isEqualTo(order + "-1");
        var ends = Instant.parse(answer.body().path("expiresAt").asString());
        assertThat(ends)
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(13)),
                        Instant.now().plus(Duration.ofMinutes(15)));
    }

    @Test
    void every_checkout_is_a_new_attempt() {
        var order = openOrder();
        checkOut(order);

        assertThat(checkOut(order).path("reference").asString()).isEqualTo(order + "-2");
        assertThat(order(order).path("attempts").size()).isEqualTo(2);
    }

    @Test
    void the_same_request_twice_is_one_attempt() {
        var order = openOrder();
        var once = api.as(payer()).key("k-" + order).post(checkouts(order), Map.of());
        var again = api.as(payer()).key("k-" + order).post(checkouts(order), Map.of());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(order(order).path("attempts").size()).isEqualTo(1);
    }

    @Test
    void a_key_for_another_body_is_refused() {
        var order = openOrder();
        api.as(payer()).key("k2-" + order).post(checkouts(order), Map.of());

        refused(
                api.as(payer())
                        .key("k2-" + order)
                        .post(checkouts(order), Map.of("returnUrl", "http://localhost:8080/x")),
                422,
                "request-key-reused");
    }

    @Test
    void the_payer_comes_back_to_an_address_of_ours_only() {
        var order = openOrder();
        var mine = api.as(payer()).post(checkouts(order), Map.of("returnUrl", "http://localhost:8080/paid"));

        assertThat(TestBank.parameters(URI.create(mine.body().path("url").asString())))
                .containsEntry("vnp_ReturnUrl", "http://localhost:8080/paid");
        for (var foreign : new String[] {"https://evil.example/", "not an address", "//localhost:8080/x"}) {
            var answer = api.as(payer()).post(checkouts(order), Map.of("returnUrl", foreign));
            refused(answer, 422, "return-refused");
            assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/returnUrl");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"returnUrl\": {}}"})
    void a_malformed_body_is_refused(String body) {
        refused(api.as(payer()).post(checkouts(openOrder()), body), 400, "malformed-body");
    }

    @Test
    void bad_requests_are_refused_and_start_nothing() {
        var order = openOrder();
        var me = api.as(payer());

        refused(me.post(checkouts(order), Map.of("returnURL", "x")), 400, "unknown-field");
        refused(me.withoutKey().post(checkouts(order), Map.of()), 400, "request-key-required");
        refused(me.post(checkouts(order), Map.of("returnUrl", "x".repeat(300))), 422, "invalid-field");
        refused(me.post(checkouts(order), "\"" + "x".repeat(70_000) + "\""), 413, "too-large");
        refused(me.header("Content-Type", "text/plain").post(checkouts(order), "{}"), 415, "unsupported-media-type");
        refused(me.put(checkouts(order), Map.of()), 405, "method-not-allowed");
        refused(me.post(checkouts("nosuchorder"), Map.of()), 404, "not-found");
        refused(me.post("/api/v1/agencies/H99/payments/" + order + "/checkouts", Map.of()), 404, "not-found");
        assertThat(order(order).path("attempts").isEmpty()).isTrue();
    }

    @Test
    void only_the_payer_checks_out() {
        var order = openOrder();

        refused(api.post(checkouts(order), Map.of()), 401, "unauthenticated");
        refused(api.as(Tokens.expired()).post(checkouts(order), Map.of()), 401, "unauthenticated");
        refused(api.as(Tokens.forged()).post(checkouts(order), Map.of()), 401, "unauthenticated");
        refused(api.as(Tokens.foreign()).post(checkouts(order), Map.of()), 401, "unauthenticated");
        refused(api.as("no token").post(checkouts(order), Map.of()), 401, "unauthenticated");
        refused(api.as(Tokens.citizen("020085004321")).post(checkouts(order), Map.of()), 404, "not-found");
        refused(api.as(Tokens.staff("H37", "receptionist")).post(checkouts(order), Map.of()), 403, "forbidden");
        refused(api.as(Tokens.staff("H34", "receptionist")).post(checkouts(order), Map.of()), 404, "not-found");
        assertThat(order(order).path("attempts").isEmpty()).isTrue();
    }

    @Test
    void nobody_pays_what_is_paid() {
        var order = openOrder();
        notify(TestBank.notification(payUrl(order), "00", "00"));

        var answer = api.as(payer()).header("Accept-Language", "en").post(checkouts(order), Map.of());

        refused(answer, 409, "order-not-open");
        assertThat(answer.body().path("detail").asString()).contains("PAID");
        assertThat(order(order).path("actions").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"accountant", "receptionist", "specialist", "leader", "auditor"})
    void officers_of_the_agency_see_its_orders(String role) {
        var order = openOrder();
        var dossier = order(order).path("dossier").asString();
        var officer = api.as(Tokens.staff("H37", role));

        var list = officer.get(PAYMENTS + "?dossier=" + dossier);
        assertThat(list.body().path("items").size()).isEqualTo(1);
        assertThat(list.body().path("items").path(0).path("actions").isEmpty())
                .as("it is not theirs to pay")
                .isTrue();
        assertThat(officer.get(PAYMENTS + "/" + order).status()).isEqualTo(200);
    }

    @Test
    void others_see_none() {
        var order = openOrder();
        var dossier = order(order).path("dossier").asString();
        var list = PAYMENTS + "?dossier=" + dossier;
        var stranger = api.as(Tokens.citizen("020085004321"));
        var neighbour = api.as(Tokens.staff("H34", "accountant"));

        assertThat(stranger.get(list).body().path("items").isEmpty()).isTrue();
        assertThat(neighbour.get(list).body().path("items").isEmpty()).isTrue();
        refused(stranger.get(PAYMENTS + "/" + order), 404, "not-found");
        refused(neighbour.get(PAYMENTS + "/" + order), 404, "not-found");
        assertThat(api.as(Tokens.staff("H37", "catalogue-editor"))
                        .get(list)
                        .body()
                        .path("items")
                        .isEmpty())
                .isTrue();
        refused(api.get(list), 401, "unauthenticated");
        refused(api.as(payer()).get(PAYMENTS), 400, "invalid-parameter");
        refused(api.as(payer()).get(PAYMENTS + "?dossier="), 400, "invalid-parameter");
    }

    @Test
    void the_payer_sees_what_to_do_next() {
        var order = openOrder();
        var action = order(order).path("actions").path(0);

        assertThat(action.path("name").asString()).isEqualTo("checkout");
        assertThat(api.as(payer())
                        .send(
                                action.path("method").asString(),
                                action.path("href").asString(),
                                Map.of())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_answer_holds_no_secret_and_no_person() {
        var order = openOrder();

        assertThat(order(order).toString()).doesNotContain(TestBank.SECRET, persons.of(PAYER_ID), "contact");
    }

    private static String checkouts(String order) {
        return PAYMENTS + "/" + order + "/checkouts";
    }

    private static void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
