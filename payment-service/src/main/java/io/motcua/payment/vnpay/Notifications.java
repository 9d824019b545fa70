package io.motcua.payment.vnpay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what the bank sends in the parameters of an address: its notification, and the payer on the way back. */
@Component
public class Notifications {

    private final Merchants merchants;

    Notifications(Merchants merchants) {
        this.merchants = merchants;
    }

    /** The report, if the bank has signed it for a merchant of this agency; nothing otherwise. */
    public Optional<BankReport> read(String agency, Map<String, List<String>> parameters) {
        var named = single(parameters);
        return named.flatMap(fields -> merchants
                .named(agency, fields.getOrDefault("vnp_TmnCode", ""))
                .filter(merchant -> signed(fields, merchant))
                .map(merchant -> report(merchant, fields)));
    }

    private static boolean signed(Map<String, String> fields, Merchant merchant) {
        return Signature.matches(Signature.ofQuery(fields, merchant.secret()), fields.getOrDefault(Signature.HASH, ""));
    }

    private static BankReport report(Merchant merchant, Map<String, String> fields) {
        var response = fields.getOrDefault("vnp_ResponseCode", "");
        var status = fields.getOrDefault("vnp_TransactionStatus", "");
        return new BankReport(
                merchant,
                fields.getOrDefault("vnp_TxnRef", ""),
                fields.getOrDefault("vnp_Amount", ""),
                Verdict.of(response, status),
                response.equals(Verdict.SUCCESS) ? status : response,
                fields.getOrDefault("vnp_TransactionNo", ""),
                BankTime.read(fields.getOrDefault("vnp_PayDate", "")).orElse(null));
    }

    /** Only the bank's own fields are signed; of a field named twice nobody can say which one was meant. */
    private static Optional<Map<String, String>> single(Map<String, List<String>> parameters) {
        var fields = new HashMap<String, String>();
        for (var parameter : parameters.entrySet()) {
            if (!parameter.getKey().startsWith("vnp_")) {
                continue;
            }
            if (parameter.getValue().size() != 1) {
                return Optional.empty();
            }
            fields.put(parameter.getKey(), parameter.getValue().getFirst());
        }
        return Optional.of(fields);
    }
}
