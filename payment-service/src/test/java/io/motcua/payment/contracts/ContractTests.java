package io.motcua.payment.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Each test has an agency of its own: a contract is for ever. */
@ExtendWith(OutputCaptureExtension.class)
class ContractTests extends PaymentServiceTest {

    private static final String SECRET = "a-secret-that-nobody-sees";

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Seal seal;

    @Autowired
    Resealing resealing;

    @Test
    void an_agency_enters_its_contract_and_nobody_sees_the_secret_again(CapturedOutput output) {
        var path = path("H81");
        var admin = api.as(Tokens.staff("H81", "agency-admin"));

        var configured = admin.get(path);
        var entered = admin.header("If-None-Match", "*").put(path, contract("MOTCH811", SECRET));
        var read = api.as(Tokens.staff("H81", "accountant")).get(path);

        assertThat(configured.body().path("tmnCode").asString()).isEqualTo(TestBank.TMN_CODE);
        assertThat(configured.body().path("entered").asBoolean()).isFalse();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo(entered.header("ETag"));
        assertThat(read.body().path("tmnCode").asString()).isEqualTo("MOTCH811");
        assertThat(read.body().path("entered").asBoolean()).isTrue();
        assertThat(entered.body().toString() + read.body())
                .doesNotContain(SECRET)
                .doesNotContain("sealed");
        assertThat(mongo.getCollection("contracts").find().map(Document::toJson))
                .anyMatch(it -> it.contains("MOTCH811"))
                .noneMatch(it -> it.contains(SECRET));
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void of_two_who_change_it_at_once_one_has_to_read_again() {
        var path = path("H86");
        var accountant = api.as(Tokens.staff("H86", "accountant"));
        var first = accountant.header("If-None-Match", "*").put(path, contract("MOTCH861", SECRET));

        var statuses = Stream.of("MOTCH862", "MOTCH863")
                .map(code -> CompletableFuture.supplyAsync(() -> accountant
                        .ifMatch(first.revision())
                        .put(path, contract(code, SECRET))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(api.as(Tokens.staff("H86", "auditor"))
                        .get(path + "/history")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void a_change_rests_on_what_was_read_and_stands_in_the_history() {
        var path = path("H82");
        var accountant = api.as(Tokens.staff("H82", "accountant"));

        assertThat(accountant.ifMatch(1).put(path, contract("MOTCH821", SECRET)).problem())
                .isEqualTo("no-contract");
        var first = accountant.header("If-None-Match", "*").put(path, contract("MOTCH821", SECRET));
        var again = accountant.header("If-None-Match", "*").put(path, contract("MOTCH822", SECRET));
        var blind = accountant.put(path, contract("MOTCH822", SECRET));
        var changed = accountant.ifMatch(first.revision()).put(path, contract("MOTCH821", SECRET + "-new"));
        var stale = accountant.ifMatch(first.revision()).put(path, contract("MOTCH822", SECRET));
        var history = api.as(Tokens.staff("H82", "auditor")).get(path + "/history");

        assertThat(again.status()).isEqualTo(412);
        assertThat(again.problem()).isEqualTo("contract-exists");
        assertThat(blind.status()).isEqualTo(428);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(history.body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("type").asString()))
                .containsExactly("bank-contract-entered", "bank-contract-secret-changed");
        assertThat(history.body().toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "short, a-secret-that-nobody-sees, /tmnCode",
        "lowercas, a-secret-that-nobody-sees, /tmnCode",
        ", a-secret-that-nobody-sees, /tmnCode",
        "MOTCH831, short, /secret",
        "MOTCH831, 'copied with a blank', /secret",
        "MOTCH831, , /secret"
    })
    void what_no_bank_would_agree_to_is_refused_by_field(
            @Nullable String tmnCode, @Nullable String secret, String pointer) {
        var answer = api.as(Tokens.staff("H83", "agency-admin"))
                .header("If-None-Match", "*")
                .put(path("H83"), contract(tmnCode, secret));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-field");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
        assertThat(api.as(Tokens.staff("H83", "agency-admin"))
                        .get(path("H83"))
                        .body()
                        .path("entered")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void only_the_agencys_own_accountant_and_admin_enter_it() {
        for (Api other : new Api[] {
            api.as(Tokens.staff("H84", "leader")), api.as(Tokens.staff("H85", "agency-admin")), api.as(payer())
        }) {
            assertThat(other.header("If-None-Match", "*")
                            .put(path("H84"), contract("MOTCH841", SECRET))
                            .status())
                    .isEqualTo(403);
            assertThat(other.get(path("H84")).status()).isEqualTo(403);
        }
        assertThat(api.get(path("H84")).status()).isEqualTo(401);
    }

    @Test
    void what_a_former_sealing_secret_has_sealed_is_sealed_anew_and_moves_nobodys_revision() {
        var admin = api.as(Tokens.staff("H88", "agency-admin"));
        var entered = admin.header("If-None-Match", "*").put(path("H88"), contract("MOTCH881", SECRET));
        sealWith(FORMER_SEALING_SECRET, "H88", "MOTCH881");

        resealing.sweep();
        resealing.sweep();

        assertThat(seal.isFresh(sealed("H88"), "H88/MOTCH881")).isTrue();
        assertThat(seal.open(sealed("H88"), "H88/MOTCH881")).isEqualTo(SECRET);
        assertThat(admin.get(path("H88")).header("ETag")).isEqualTo(entered.header("ETag"));
        assertThat(admin.get(path("H88") + "/history")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("type").asString()))
                .containsExactly("bank-contract-entered", "bank-contract-resealed");
    }

    @Test
    void what_opens_with_no_sealing_secret_stays_as_it_is_and_keeps_no_other_from_it(CapturedOutput output) {
        for (var agency : List.of("H87", "H89")) {
            api.as(Tokens.staff(agency, "agency-admin"))
                    .header("If-None-Match", "*")
                    .put(path(agency), contract("MOTC" + agency + "1", SECRET));
        }
        sealWith("a sealing secret that was lost", "H87", "MOTCH871");
        sealWith(FORMER_SEALING_SECRET, "H89", "MOTCH891");
        var lost = sealed("H87");

        resealing.sweep();

        assertThat(sealed("H87")).isEqualTo(lost);
        assertThat(seal.isFresh(sealed("H89"), "H89/MOTCH891")).isTrue();
        assertThat(output.getAll()).contains("H87's contract with the bank cannot be used");
    }

    private void sealWith(String sealingSecret, String agency, String tmnCode) {
        var other = new Seal(new ContractSettings(List.of(sealingSecret)));
        mongo.updateFirst(
                query(where("_id").is(agency + "/vnpay")),
                Update.update("state.terms.0.sealedSecret", other.close(SECRET, agency + "/" + tmnCode)),
                "contracts");
    }

    private String sealed(String agency) {
        var found = mongo.getCollection("contracts")
                .find(new Document("_id", agency + "/vnpay"))
                .first();
        return found.getEmbedded(List.of("state"), Document.class)
                .getList("terms", Document.class)
                .getFirst()
                .getString("sealedSecret");
    }

    private static String path(String agency) {
        return "/api/v1/agencies/" + agency + "/payments/merchants/vnpay";
    }

    private static Map<String, String> contract(@Nullable String tmnCode, @Nullable String secret) {
        var body = new LinkedHashMap<String, String>();
        if (tmnCode != null) {
            body.put("tmnCode", tmnCode);
        }
        if (secret != null) {
            body.put("secret", secret);
        }
        return body;
    }
}
