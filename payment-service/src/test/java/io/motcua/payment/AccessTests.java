package io.motcua.payment;

import static org.awaitility.Awaitility.await;

import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import io.motcua.platform.testing.access.AccessMatrix;
import io.motcua.platform.testing.access.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

class AccessTests extends PaymentServiceTest implements AccessMatrix {

    private final Map<String, Map<String, String>> demanded = new ConcurrentHashMap<>();
    private final Map<String, String> ways = new ConcurrentHashMap<>();

    @Override
    public Api door() {
        return api;
    }

    @Override
    public Map<String, String> thing(String operation, String personalId) {
        return demanded.computeIfAbsent(personalId, this::demanded);
    }

    @Override
    public Probe probe(String operation, Probe suggested) {
        if (operation.endsWith("/vnpay/return")) {
            return suggested.query(ways.computeIfAbsent(operation, _ -> wayBack()));
        }
        // The contract that the configuration says anyway: whoever is let in first enters it, and nothing else changes.
        return operation.startsWith("PUT") && operation.endsWith("/merchants/vnpay")
                ? suggested
                        .header("If-None-Match", "*")
                        .body(Map.of("tmnCode", TestBank.TMN_CODE, "secret", TestBank.SECRET))
                : suggested;
    }

    @Override
    public Set<String> personal(String personalId) {
        return Set.of(persons.of(personalId));
    }

    private Map<String, String> demanded(String personalId) {
        var dossier = newDossier();
        var demand = new PaymentDemanded(
                reference(dossier, AGENCY),
                new Recipient(persons.of(personalId), "vi", Map.of()),
                "intake",
                "FEE",
                Money.dong(10_000),
                "Lệ phí",
                true,
                Instant.parse("2026-08-01T01:00:00Z"),
                null);
        publish(PaymentDemanded.TYPE, dossier, demand);
        var payer = api.as(Tokens.citizen(personalId));
        var order = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> payer.get(PAYMENTS + "?dossier=" + dossier)
                                .body()
                                .at("/items/0/id")
                                .asString(""),
                        it -> !it.isEmpty());
        return Map.of("dossier", dossier, "order", order);
    }

    /** As the bank sends a payer back, signed by it. */
    private String wayBack() {
        return TestBank.notification(payUrl(openOrder()), "00", "00").substring(1);
    }
}
