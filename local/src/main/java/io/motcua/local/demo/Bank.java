package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Browser;
import io.motcua.local.http.HtmlForm;
import java.net.URI;
import java.util.Map;

/** The bank's page, as the payer's browser shows it. */
final class Bank {

    private static final Map.Entry<String, String> PAY = Map.entry("outcome", "00");

    private Bank() {}

    /** Presses "pay"; returns where the bank sent the browser afterwards. */
    static URI pay(URI checkout) {
        var back = press(checkout);
        back.answer().expect(200);
        return back.address();
    }

    /** Presses "pay" although nobody may be there where the bank sends the browser afterwards. */
    static void payWithoutWayBack(URI checkout) {
        press(checkout);
    }

    private static Browser.Page press(URI checkout) {
        var browser = new Browser();
        var page = browser.open(checkout);
        page.answer().expect(200);
        var form = HtmlForm.allOf(page.address(), page.answer().text()).stream()
                .filter(it -> it.buttons().contains(PAY))
                .findFirst()
                .orElseThrow(() -> new Failure("the bank's page has no button that pays"));
        return browser.submit(form.press(PAY));
    }
}
