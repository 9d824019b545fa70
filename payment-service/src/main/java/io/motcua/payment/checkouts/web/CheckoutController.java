package io.motcua.payment.checkouts.web;

import io.motcua.payment.PaymentProblem;
import io.motcua.payment.checkouts.Checkout;
import io.motcua.payment.checkouts.Checkouts;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.orders.Readers;
import io.motcua.payment.vnpay.Merchants;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Payments")
class CheckoutController {

    private final Orders orders;
    private final Checkouts checkouts;
    private final Merchants merchants;

    CheckoutController(Orders orders, Checkouts checkouts, Merchants merchants) {
        this.orders = orders;
        this.checkouts = checkouts;
        this.merchants = merchants;
    }

    /**
     * What a payer may say about a checkout.
     *
     * @param returnUrl where to come back to; the agency's own address if absent
     */
    record CheckoutRequest(@Nullable @Size(max = 255) String returnUrl) {}

    @Operation(
            operationId = "checkOut",
            summary = "Starts an attempt to pay; answers with the signed address of the bank's page")
    @ApiResponse(responseCode = "201", description = "The attempt has started")
    @PostMapping("/api/v1/agencies/{agency}/payments/{order}/checkouts")
    @Access(Access.Who.PARTY)
    ResponseEntity<Checkout> checkOut(
            @PathVariable String agency,
            @PathVariable String order,
            @Valid @RequestBody CheckoutRequest request,
            Cause cause,
            Caller caller,
            HttpServletRequest http) {
        var owed = payersOwn(agency, order, caller);
        var checkout = checkouts.start(
                owed, cause, caller.actor("payer"), returnUrl(request), caller.language(), http.getRemoteAddr());
        return ResponseEntity.created(URI.create("/api/v1/agencies/" + agency + "/payments/" + order))
                .body(checkout);
    }

    /** An officer sees the order, but pays for nobody; anybody else does not learn that it exists. */
    private Snapshot<Order> payersOwn(String agency, String order, Caller caller) {
        var found = orders.find(agency, order).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, order));
        if (Readers.isPayer(caller, found.state())) {
            return found;
        }
        var hidden = Readers.isOfficer(caller, agency) ? PlatformProblem.FORBIDDEN : PlatformProblem.NOT_FOUND;
        throw new Problem(hidden, order);
    }

    private @Nullable URI returnUrl(CheckoutRequest request) {
        if (request.returnUrl() == null) {
            return null;
        }
        try {
            var address = URI.create(request.returnUrl());
            if (merchants.mayReturnTo(address)) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // No address at all: refused below like a foreign one.
        }
        throw new Problem(PaymentProblem.RETURN_REFUSED).at("/returnUrl", "return-origin");
    }
}
