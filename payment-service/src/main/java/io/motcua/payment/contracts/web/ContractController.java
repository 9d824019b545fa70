package io.motcua.payment.contracts.web;

import io.motcua.payment.PaymentProblem;
import io.motcua.payment.contracts.BankContracts;
import io.motcua.payment.vnpay.Merchants;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Entry;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Contracts", description = "An agency's contract with the bank")
@RequestMapping("/api/v1/agencies/{agency}/payments/merchants/vnpay")
class ContractController {

    private final BankContracts contracts;
    private final Merchants merchants;

    ContractController(BankContracts contracts, Merchants merchants) {
        this.contracts = contracts;
        this.merchants = merchants;
    }

    /**
     * @param secret goes in and never comes out again
     */
    record Contract(@Nullable String tmnCode, @Nullable String secret) {

        @Override
        public String toString() {
            return "Contract[" + tmnCode + "]";
        }
    }

    /**
     * The contract without its secret.
     *
     * @param entered whether the agency has entered it; else it is what the platform is configured with
     * @param since from when on payers are sent to this merchant
     * @param changedAt when it was last changed, the secret included
     */
    record ContractView(
            String agency,
            String tmnCode,
            boolean entered,
            @Nullable Instant since,
            @Nullable Instant changedAt) {}

    record ChangeList(List<Change> items) {}

    record Change(
            long seq,
            String type,
            Instant at,
            Actor actor,
            @Nullable JsonNode data,
            String hash) {

        static Change of(Entry it) {
            return new Change(it.seq(), it.type(), it.at(), it.actor(), it.data(), it.hash());
        }
    }

    @GetMapping
    @Operation(operationId = "getBankContract", summary = "With whom the agency's payers pay; never the secret")
    @Access(
            value = Access.Who.ROLES,
            roles = {"accountant", "agency-admin", "auditor"})
    ResponseEntity<ContractView> read(@PathVariable String agency) {
        var entered = contracts.shown(agency);
        if (entered.isPresent()) {
            return ResponseEntity.ok().eTag(ETags.of(entered.get().revision())).body(view(agency, entered.get()));
        }
        return merchants
                .configured(agency)
                .map(it -> ResponseEntity.ok(new ContractView(agency, it.tmnCode(), false, null, null)))
                .orElseThrow(() -> new Problem(PaymentProblem.NO_CONTRACT, agency));
    }

    @PutMapping
    @Operation(
            operationId = "enterBankContract",
            summary = "Enters the contract (If-None-Match: *), or changes merchant or secret (If-Match)")
    @ApiResponse(responseCode = "200", description = "It is changed", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "It is entered", useReturnTypeSchema = true)
    @Access(
            value = Access.Who.ROLES,
            roles = {"accountant", "agency-admin"})
    ResponseEntity<ContractView> enter(
            @PathVariable String agency,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody Contract contract,
            HttpServletRequest request,
            Cause cause,
            Caller caller,
            IfMatch ifMatch) {
        var actor = caller.actor(caller.roles(agency).contains("accountant") ? "accountant" : "agency-admin");
        if (ifNoneMatch == null) {
            var changed =
                    contracts.change(agency, contract.tmnCode(), contract.secret(), cause, actor, ifMatch.required());
            return ResponseEntity.ok().eTag(ETags.of(changed.revision())).body(view(agency, changed));
        }
        if (!ifNoneMatch.equals("*")) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, HttpHeaders.IF_NONE_MATCH);
        }
        var entered = contracts.enter(agency, contract.tmnCode(), contract.secret(), cause, actor);
        return ResponseEntity.created(URI.create(request.getRequestURI()))
                .eTag(ETags.of(entered.revision()))
                .body(view(agency, entered));
    }

    @GetMapping("/history")
    @Operation(operationId = "bankContractHistory", summary = "Who entered and changed it when")
    @Access(
            value = Access.Who.ROLES,
            roles = {"accountant", "agency-admin", "auditor"})
    ChangeList history(@PathVariable String agency) {
        return new ChangeList(contracts.history(agency).stream().map(Change::of).toList());
    }

    private static ContractView view(String agency, BankContracts.Shown it) {
        return new ContractView(agency, it.tmnCode(), true, it.since(), it.changedAt());
    }
}
