package io.motcua.payment.callbacks.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motcua.payment.callbacks.Callbacks;
import io.motcua.payment.callbacks.Homecoming;
import io.motcua.payment.callbacks.Reply;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.requests.WithoutRequestKey;
import io.motcua.platform.security.Access;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the bank calls, and where it sends the payer; the signature stands for the sign-in. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/payments/vnpay")
class BankController {

    private final Callbacks callbacks;

    BankController(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** In the bank's own spelling. */
    record IpnAnswer(
            @JsonProperty("RspCode") String code, @JsonProperty("Message") String message) {

        static IpnAnswer of(Reply reply) {
            return new IpnAnswer(reply.code(), reply.message());
        }
    }

    @GetMapping("/ipn")
    @WithoutRequestKey
    @Access(Access.Who.ANYONE)
    IpnAnswer notified(@PathVariable String agency, @RequestParam MultiValueMap<String, String> parameters) {
        return IpnAnswer.of(callbacks.notified(agency, parameters));
    }

    @GetMapping("/return")
    @Access(Access.Who.ANYONE)
    Homecoming returned(@PathVariable String agency, @RequestParam MultiValueMap<String, String> parameters) {
        return callbacks.returned(agency, parameters).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, "return"));
    }
}
