package io.motcua.sandbox.bank;

import java.net.URI;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How a payment ended, as signed parameters: the report to the merchant and the payer's way back say the same. */
@Component
class Results {

    /** Adds the signed result to an address that may have parameters of its own. */
    URI address(String base, Payment payment, Merchant merchant) {
        return URI.create(base + (base.contains("?") ? "&" : "?") + signed(payment, merchant));
    }

    private static String signed(Payment payment, Merchant merchant) {
        var settlement = payment.settlement();
        if (settlement == null) {
            throw new IllegalArgumentException("Payment " + payment.id() + " has not ended");
        }
        var order = payment.order();
        var number = Long.toString(settlement.number());
        var parameters = new TreeMap<String, String>();
        parameters.put("vnp_TmnCode", order.merchant());
        parameters.put("vnp_Amount", Long.toString(order.amount()));
        parameters.put("vnp_BankCode", settlement.outcome().withoutTransaction() ? "VNPAY" : order.bankCode());
        if (payment.paid()) {
            parameters.put("vnp_BankTranNo", "VNP" + number);
        }
        parameters.put("vnp_CardType", "ATM");
        parameters.put("vnp_PayDate", settlement.at());
        parameters.put("vnp_OrderInfo", order.information());
        parameters.put("vnp_TransactionNo", number);
        parameters.put("vnp_ResponseCode", settlement.outcome().responseCode());
        parameters.put("vnp_TransactionStatus", settlement.outcome().transactionStatus());
        parameters.put("vnp_TxnRef", order.reference());
        return Signature.signedQuery(parameters, merchant.secret());
    }
}
