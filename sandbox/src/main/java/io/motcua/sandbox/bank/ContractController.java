package io.motcua.sandbox.bank;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** In the place of the signature on paper: a merchant comes to this bank, or changes its contract. */
@RestController
class ContractController {

    private static final Logger log = LoggerFactory.getLogger(ContractController.class);

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{8}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{8,256}");
    private static final Pattern NAME = Pattern.compile("(?=.*\\S).{1,200}");
    private static final int LONGEST_ADDRESS = 500;

    private final Contracts contracts;

    ContractController(Contracts contracts) {
        this.contracts = contracts;
    }

    record Terms(
            @Nullable String secret,
            @Nullable String name,
            @Nullable String ipnUrl) {}

    /** Without the secret. */
    record Shown(String code, String name, URI ipnUrl) {

        static Shown of(Merchant it) {
            return new Shown(it.code(), it.name(), it.ipnUrl());
        }
    }

    record Merchants(List<Shown> items) {}

    @GetMapping("/bank/merchants")
    Merchants all() {
        return new Merchants(contracts.all().stream().map(Shown::of).toList());
    }

    @PutMapping("/bank/merchants/{code}")
    ResponseEntity<Shown> conclude(@PathVariable String code, @RequestBody Terms terms) {
        var merchant = new Merchant(
                given(code, CODE, "code must have 8 capital letters or digits"),
                given(terms.secret(), SECRET, "secret must have 8 to 256 visible characters"),
                given(terms.name(), NAME, "name must have 1 to 200 characters"),
                address(terms.ipnUrl()));
        boolean isNew = contracts.conclude(merchant);
        log.info("contract merchant={} new={}", code, isNew);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(Shown.of(merchant));
    }

    private static URI address(@Nullable String ipnUrl) {
        var otherwise = "ipnUrl must be an http or https address without a query";
        try {
            var address = URI.create(ipnUrl == null || ipnUrl.length() > LONGEST_ADDRESS ? "" : ipnUrl);
            if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    || address.getHost() == null
                    || address.getQuery() != null
                    || address.getFragment() != null) {
                throw refusal(otherwise);
            }
            return address;
        } catch (IllegalArgumentException unreadable) {
            throw refusal(otherwise);
        }
    }

    private static String given(@Nullable String value, Pattern shape, String otherwise) {
        if (value == null || !shape.matcher(value).matches()) {
            throw refusal(otherwise);
        }
        return value;
    }

    private static ErrorResponseException refusal(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }
}
