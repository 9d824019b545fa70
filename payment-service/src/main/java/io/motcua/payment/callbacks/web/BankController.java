package io.motcua.payment.callbacks.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motcua.payment.callbacks.Callbacks;
import io.motcua.payment.callbacks.Homecoming;
import io.motcua.payment.callbacks.Reply;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.requests.WithoutRequestKey;
import io.motcua.platform.security.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the bank calls, and where it sends the payer; the signature stands for the sign-in. The query is read as it came:
 * the container would refuse a broken one with an error of its own, but the bank understands only its own codes.
 */
@RestController
@Tag(name = "VNPAY", description = "What the bank calls: parameters and signature of VNPAY 2.1.0 in the query")
@RequestMapping("/api/v1/agencies/{agency}/payments/vnpay")
class BankController {

    private final Callbacks callbacks;

    BankController(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** In the bank's own spelling. */
    record IpnAnswer(
            @JsonProperty("RspCode") String code,
            @JsonProperty("Message") String message) {

        static IpnAnswer of(Reply reply) {
            return new IpnAnswer(reply.code(), reply.message());
        }
    }

    @GetMapping("/ipn")
    @Operation(
            operationId = "vnpayIpn",
            summary = "The bank reports an attempt; answered with RspCode 00, 01, 02, 04, 97 or 99")
    @WithoutRequestKey
    @Access(Access.Who.ANYONE)
    IpnAnswer notified(@PathVariable String agency, HttpServletRequest request) {
        return IpnAnswer.of(callbacks.notified(agency, QueryString.read(request.getQueryString())));
    }

    @GetMapping("/return")
    @Operation(
            operationId = "vnpayReturn",
            summary = "What is known of the attempt of a payer who comes back; changes nothing")
    @Access(Access.Who.ANYONE)
    Homecoming returned(@PathVariable String agency, HttpServletRequest request) {
        return callbacks
                .returned(agency, QueryString.read(request.getQueryString()))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, "return"));
    }
}
