package io.motcua.payment.contracts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param sealingSecret what the contracts' secrets are sealed with; kept apart from the data, and never lost */
@Validated
@ConfigurationProperties("motcua.payment.contracts")
record ContractSettings(@NotNull @Size(min = 16) String sealingSecret) {

    @Override
    public String toString() {
        return "ContractSettings[]";
    }
}
