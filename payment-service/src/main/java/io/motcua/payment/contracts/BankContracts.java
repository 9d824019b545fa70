package io.motcua.payment.contracts;

import io.motcua.events.Topics;
import io.motcua.payment.PaymentProblem;
import io.motcua.payment.vnpay.BankAddresses;
import io.motcua.payment.vnpay.Contract;
import io.motcua.payment.vnpay.ContractUnusable;
import io.motcua.payment.vnpay.Contracts;
import io.motcua.payment.vnpay.Merchant;
import io.motcua.payment.vnpay.VnpaySettings;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Keeps the contracts that agencies enter. */
@Component
public class BankContracts implements Contracts {

    static final String PROVIDER = "vnpay";

    private static final Actor CLOCKWORK = Actor.system("payment-service");
    private static final int PAGE = 100;

    private static final Pattern TMN_CODE = Pattern.compile("[A-Z0-9]{8}");
    /** No blanks: one that came along when copying would make every signature wrong. */
    private static final Pattern SECRET = Pattern.compile("[!-~]{8,256}");

    private final Aggregates<BankContract> contracts;
    private final Seal seal;
    private final BankAddresses bank;
    private final Clock clock;

    BankContracts(AggregatesFactory aggregates, Seal seal, VnpaySettings settings, Clock clock) {
        this.contracts = aggregates.of("contracts", BankContract.class, Topics.PAYMENTS);
        this.seal = seal;
        this.bank = settings.bank();
        this.clock = clock;
    }

    /**
     * What may be told of a contract.
     *
     * @param since when these terms were entered
     */
    public record Shown(String tmnCode, Instant since, Instant changedAt, long revision) {}

    @Override
    public List<Contract> of(String agency) {
        return find(agency)
                .map(it -> it.state().terms().stream()
                        .map(terms -> new Contract(merchant(agency, terms), terms.since()))
                        .toList())
                .orElse(List.of());
    }

    public Optional<Shown> shown(String agency) {
        return find(agency).map(BankContracts::show);
    }

    /** @throws Problem if the agency has entered one before */
    public Shown enter(String agency, @Nullable String tmnCode, @Nullable String secret, Cause cause, Actor actor) {
        var terms = terms(agency, tmnCode, secret, clock.instant());
        var created = contracts.create(
                id(agency), agency, cause, actor, BankContract.none().enter(PROVIDER, terms));
        if (!created.applied()) {
            throw new Problem(PaymentProblem.CONTRACT_EXISTS, agency);
        }
        return show(created.snapshot());
    }

    /** @param revision on which the caller decides */
    public Shown change(
            String agency, @Nullable String tmnCode, @Nullable String secret, Cause cause, Actor actor, long revision) {
        var terms = terms(agency, tmnCode, secret, clock.instant());
        if (find(agency).isEmpty()) {
            throw new Problem(PaymentProblem.NO_CONTRACT, agency);
        }
        return show(contracts
                .decide(
                        agency,
                        id(agency),
                        cause,
                        actor,
                        revision,
                        found -> found.state().enter(PROVIDER, terms))
                .snapshot());
    }

    public List<Entry> history(String agency) {
        return contracts.history(agency, id(agency), EnumSet.allOf(Audience.class));
    }

    /** The agencies of whose secrets some is not sealed with the first sealing secret. */
    List<String> sealedOtherwise() {
        var found = new ArrayList<String>();
        var page = page("");
        while (!page.isEmpty()) {
            page.stream()
                    .filter(it -> !it.state().terms().stream().allMatch(terms -> isFresh(it.agency(), terms)))
                    .forEach(it -> found.add(it.agency()));
            page = page(page.getLast().id());
        }
        return found;
    }

    /** @throws ContractUnusable if one of them opens with none of the sealing secrets */
    void reseal(String agency) {
        var read = find(agency).orElseThrow();
        contracts.decide(
                agency,
                read.id(),
                new Cause("reseal:" + read.version()),
                CLOCKWORK,
                null,
                found -> found.state().reseal(PROVIDER, terms -> resealed(agency, terms)));
    }

    private List<Snapshot<BankContract>> page(String after) {
        return contracts.findAcrossAgencies(Criteria.where("_id").gt(after), Sort.by("_id"), PAGE);
    }

    private boolean isFresh(String agency, Terms terms) {
        return seal.isFresh(terms.sealedSecret(), owner(agency, terms.tmnCode()));
    }

    private Terms resealed(String agency, Terms terms) {
        if (isFresh(agency, terms)) {
            return terms;
        }
        var owner = owner(agency, terms.tmnCode());
        return new Terms(terms.tmnCode(), seal.close(seal.open(terms.sealedSecret(), owner), owner), terms.since());
    }

    private Terms terms(String agency, @Nullable String tmnCode, @Nullable String secret, Instant now) {
        var wrong = new Problem(PlatformProblem.INVALID_FIELD);
        boolean named = tmnCode != null && TMN_CODE.matcher(tmnCode).matches();
        boolean signed = secret != null && SECRET.matcher(secret).matches();
        if (!named) {
            wrong.at("/tmnCode", "tmn-code");
        }
        if (!signed) {
            wrong.at("/secret", "merchant-secret");
        }
        if (tmnCode == null || secret == null || !named || !signed) {
            throw wrong;
        }
        return new Terms(tmnCode, seal.close(secret, owner(agency, tmnCode)), now);
    }

    private Merchant merchant(String agency, Terms terms) {
        return new Merchant(
                agency,
                terms.tmnCode(),
                seal.open(terms.sealedSecret(), owner(agency, terms.tmnCode())),
                bank.payUrl(),
                bank.apiUrl(),
                bank.returnUrl());
    }

    private Optional<Snapshot<BankContract>> find(String agency) {
        return contracts.find(agency, id(agency));
    }

    private static Shown show(Snapshot<BankContract> found) {
        var present = found.state().present();
        return new Shown(present.tmnCode(), present.since(), found.updatedAt(), found.revision());
    }

    private static String owner(String agency, String tmnCode) {
        return agency + "/" + tmnCode;
    }

    private static String id(String agency) {
        return agency + "/" + PROVIDER;
    }
}
