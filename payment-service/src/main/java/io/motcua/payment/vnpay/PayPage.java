package io.motcua.payment.vnpay;

import java.net.URI;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The signed address of the bank's page, {@code vnp_Command=pay}. */
@Component
public class PayPage {

    static final String VERSION = "2.1.0";

    private final VnpaySettings settings;

    PayPage(VnpaySettings settings) {
        this.settings = settings;
    }

    public URI address(Merchant merchant, String agency, Purchase purchase) {
        var returnUrl = purchase.returnUrl() == null ? merchant.returnUrl(agency) : purchase.returnUrl();
        var parameters = new TreeMap<String, String>();
        parameters.put("vnp_Version", VERSION);
        parameters.put("vnp_Command", "pay");
        parameters.put("vnp_TmnCode", merchant.tmnCode());
        parameters.put("vnp_Amount", Amounts.ofDong(purchase.dong()));
        parameters.put("vnp_CurrCode", "VND");
        parameters.put("vnp_TxnRef", purchase.reference());
        parameters.put("vnp_OrderInfo", PlainText.of(purchase.description()));
        parameters.put("vnp_OrderType", settings.orderType());
        parameters.put("vnp_Locale", purchase.language().equals("en") ? "en" : "vn");
        parameters.put("vnp_ReturnUrl", returnUrl.toASCIIString());
        parameters.put("vnp_IpAddr", purchase.ip());
        parameters.put("vnp_CreateDate", BankTime.of(purchase.createdAt()));
        parameters.put("vnp_ExpireDate", BankTime.of(purchase.expiresAt()));
        var signature = Signature.ofQuery(parameters, merchant.secret());
        return URI.create(
                merchant.payUrl() + "?" + Signature.query(parameters) + "&" + Signature.HASH + "=" + signature);
    }
}
