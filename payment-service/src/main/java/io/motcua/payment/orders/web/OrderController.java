package io.motcua.payment.orders.web;

import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.orders.Readers;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Payments", description = "What is owed for a dossier, and what has been paid")
@RequestMapping("/api/v1/agencies/{agency}/payments")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    /** The orders of a dossier; few, so never in pages. */
    record OrderList(List<OrderView> items) {}

    /**
     * A list answers with what the caller may see. So it says nothing about dossiers of others, and the payer who asks
     * before the demand has arrived sees an empty list and not an error.
     */
    @GetMapping
    @Operation(operationId = "listPayments", summary = "The orders of a dossier that the caller may see")
    @Access(
            value = Access.Who.PARTY,
            roles = {"accountant", "receptionist", "specialist", "leader", "auditor"})
    OrderList ofDossier(
            @PathVariable String agency, @RequestParam @NotBlank @Size(max = 64) String dossier, Caller caller) {
        boolean officer = Readers.isOfficer(caller, agency);
        return new OrderList(orders.ofDossier(agency, dossier).stream()
                .filter(order -> officer || Readers.isPayer(caller, order.state()))
                .map(order -> view(order, caller))
                .toList());
    }

    @GetMapping("/{order}")
    @Operation(operationId = "getPayment", summary = "One order with its attempts and refund proposals")
    @Access(
            value = Access.Who.PARTY,
            roles = {"accountant", "receptionist", "specialist", "leader", "auditor"})
    ResponseEntity<OrderView> one(@PathVariable String agency, @PathVariable String order, Caller caller) {
        var found = orders.find(agency, order)
                .filter(it -> Readers.isPayer(caller, it.state()) || Readers.isOfficer(caller, agency))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, order));
        return ResponseEntity.ok().eTag(ETags.of(found.revision())).body(view(found, caller));
    }

    private static OrderView view(Snapshot<Order> order, Caller caller) {
        return OrderView.of(order, Readers.isPayer(caller, order.state()));
    }
}
