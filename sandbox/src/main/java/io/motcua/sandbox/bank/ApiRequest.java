package io.motcua.sandbox.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A request to the merchant API, its values as text whether they came as strings or as numbers. */
record ApiRequest(Map<String, String> values) {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,13}");

    ApiRequest {
        values = Map.copyOf(values);
    }

    static ApiRequest read(byte[] body, JsonMapper json) {
        try {
            var tree = json.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw malformed();
            }
            var values = new HashMap<String, String>();
            for (var field : tree.properties()) {
                if (field.getKey().startsWith("vnp_")) {
                    if (field.getValue().isContainer()) {
                        throw malformed();
                    }
                    values.put(field.getKey(), field.getValue().asString(""));
                }
            }
            return new ApiRequest(values);
        } catch (JacksonException unreadable) {
            throw malformed();
        }
    }

    String get(String name) {
        return values.getOrDefault("vnp_" + name, "");
    }

    String required(String name) {
        return matching(name, TOKEN);
    }

    String time(String name) {
        var text = required(name);
        return BankTime.read(text).map(_ -> text).orElseThrow(ApiRequest::malformed);
    }

    long amount() {
        return Long.parseLong(matching("Amount", AMOUNT));
    }

    boolean signed(List<String> fields, Merchant merchant) {
        var inOrder = fields.stream().map(this::get).toList();
        return Signature.same(get("SecureHash"), Signature.ofValues(inOrder, merchant.secret()));
    }

    /** The payment that the request speaks of. */
    String payment() {
        return PayOrder.id(get("TmnCode"), BankTime.day(time("TransactionDate")), required("TxnRef"));
    }

    RefundOrder refund() {
        var type = required("TransactionType");
        if (Stream.of(RefundOrder.ALL, RefundOrder.PART).noneMatch(type::equals)) {
            throw malformed();
        }
        return new RefundOrder(required("RequestId"), type, amount(), get("TransactionNo"), get("CreateBy"));
    }

    private String matching(String name, Pattern shape) {
        var value = get(name);
        if (!shape.matcher(value).matches()) {
            throw malformed();
        }
        return value;
    }

    private static ApiRefused malformed() {
        return new ApiRefused("03", "Invalid format");
    }
}
