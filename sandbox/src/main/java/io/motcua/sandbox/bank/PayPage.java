package io.motcua.sandbox.bank;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page to which a merchant sends the payer. The form posts the signed request again, so there is nothing between
 * page and click that could be altered or lost.
 */
@Controller
class PayPage {

    private static final Logger log = LoggerFactory.getLogger(PayPage.class);

    private static final String PATH = "/paymentv2/vpcpay.html";
    private static final String ERROR_PATH = "/paymentv2/Payment/Error.html";

    private final Contracts contracts;
    private final Book book;
    private final Reports reports;
    private final Results results;

    PayPage(Contracts contracts, Book book, Reports reports, Results results) {
        this.contracts = contracts;
        this.book = book;
        this.reports = reports;
        this.results = results;
    }

    @GetMapping(PATH)
    String show(@RequestParam MultiValueMap<String, String> received, Model model) {
        var parameters = protocol(received);
        var merchant = verified(parameters);
        var payment = book.open(PayOrder.read(parameters));
        if (payment.settlement() != null) {
            throw new PayRefused(PayProblem.ALREADY_EXISTS);
        }
        model.addAttribute("merchant", merchant);
        model.addAttribute("order", payment.order());
        model.addAttribute("dong", payment.order().amount() / 100);
        model.addAttribute("until", BankTime.clock(payment.order().expiresAt()));
        model.addAttribute("parameters", new TreeMap<>(parameters));
        model.addAttribute("failures", Outcome.failures());
        return "pay";
    }

    @PostMapping(PATH)
    ResponseEntity<Void> pay(
            @RequestParam MultiValueMap<String, String> received, @RequestParam(defaultValue = "00") String outcome) {
        var parameters = protocol(received);
        var merchant = verified(parameters);
        var wanted = Outcome.of(outcome).orElseThrow(() -> new PayRefused(PayProblem.MALFORMED));
        var opened = book.open(PayOrder.read(parameters));
        var settled = book.settle(opened.id(), wanted);
        if (settled.first()) {
            log.info(
                    "payment id={} outcome={}",
                    opened.id(),
                    settled.settlement().outcome());
            reports.begin(settled.payment());
        }
        return redirect(results.address(settled.payment().order().returnUrl(), settled.payment(), merchant));
    }

    @GetMapping(ERROR_PATH)
    String error(@RequestParam(defaultValue = "99") String code, Model model) {
        model.addAttribute("problem", PayProblem.of(code).orElse(PayProblem.OTHER));
        return "pay-error";
    }

    @ExceptionHandler
    ResponseEntity<Void> refuse(PayRefused refused) {
        log.info("payment refused={}", refused.problem());
        return redirect(URI.create(ERROR_PATH + "?code=" + refused.problem().code()));
    }

    /** First whose request it is, then whether it is theirs; only then what it says. */
    private Merchant verified(Map<String, String> parameters) {
        var merchant = contracts
                .merchant(parameters.get("vnp_TmnCode"))
                .orElseThrow(() -> new PayRefused(PayProblem.UNKNOWN_MERCHANT));
        if (!Signature.matches(parameters, merchant.secret())) {
            throw new PayRefused(PayProblem.BAD_SIGNATURE);
        }
        return merchant;
    }

    /** The protocol's parameters; one that says two things says nothing. */
    private static Map<String, String> protocol(MultiValueMap<String, String> received) {
        var parameters = new HashMap<String, String>();
        received.forEach((name, values) -> {
            if (name.startsWith("vnp_")) {
                if (values.stream().distinct().count() != 1) {
                    throw new PayRefused(PayProblem.MALFORMED);
                }
                parameters.put(name, values.getFirst());
            }
        });
        return parameters;
    }

    private static ResponseEntity<Void> redirect(URI to) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, to.toASCIIString())
                .build();
    }
}
