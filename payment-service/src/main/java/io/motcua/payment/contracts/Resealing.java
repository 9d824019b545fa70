package io.motcua.payment.contracts;

import io.motcua.payment.vnpay.ContractUnusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals with the first sealing secret what was sealed with another, so that the others can be given up. What opens with none
 * stays as it is and is told of each time: its secret may be found again.
 */
@Component
class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private final BankContracts contracts;

    Resealing(BankContracts contracts) {
        this.contracts = contracts;
    }

    @Scheduled(fixedDelayString = "${motcua.payment.contracts.resealing-interval:10m}")
    void sweep() {
        for (var agency : contracts.sealedOtherwise()) {
            try {
                contracts.reseal(agency);
                log.info("The secrets of {}'s contract with the bank are sealed anew", agency);
            } catch (ContractUnusable e) {
                log.error("{}'s contract with the bank cannot be used: {}", agency, e.getMessage());
            }
        }
    }
}
