package io.motcua.payment.contracts;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param sealingSecrets what the contracts' secrets are sealed with: the first seals, all open; kept apart from the data, and
 *     not lost before everything is sealed anew
 */
@Validated
@ConfigurationProperties("motcua.payment.contracts")
record ContractSettings(@NotNull @DefaultValue List<String> sealingSecrets) {

    private static final int SHORTEST_SECRET = 16;

    ContractSettings {
        sealingSecrets = sealingSecrets.stream().map(String::strip).toList();
    }

    /** Not constraints on the secrets themselves: a start that fails tells the values that it refuses. */
    @AssertTrue(
            message = "MOTCUA_SEALING_SECRET must name at least one sealing secret, each of at least 16 characters,"
                    + " with commas between them")
    boolean isSealable() {
        return !sealingSecrets.isEmpty() && sealingSecrets.stream().allMatch(it -> it.length() >= SHORTEST_SECRET);
    }

    @Override
    public String toString() {
        return "ContractSettings[]";
    }
}
