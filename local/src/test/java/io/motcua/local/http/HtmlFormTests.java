package io.motcua.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlFormTests {

    private static final URI PAGE = URI.create("http://localhost:8070/bank/page?x=1");

    private static final String HTML = """
            <form action="/search"><input name="q"></form>
            <form method="post" action="/login?a=1&amp;b=2">
              <input type="hidden" name="_csrf" value="a&amp;b"/>
              <input name="username" autofocus>
              <input type='password' name='password' required>
              <input type="checkbox" name="remember"><input type="checkbox" name="news" checked>
              <input type="radio" name="card" value="A"><input type="radio" name="card" value="B" checked="checked">
              <select name="bank"><option value="NCB">NCB</option><option value="VCB" selected>VCB</option></select>
              <button name="outcome" value="00">Pay</button>
              <button type="submit" name="outcome" value="24">Cancel</button>
              <button type="button" name="never" value="1">Help</button>
            </form>
            """;

    @Test
    void sends_what_a_browser_would_send() {
        var form = HtmlForm.with("password", PAGE, HTML)
                .fill("username", "citizen")
                .fill("password", "mật khẩu");
        assertThat(form.method()).isEqualTo("POST");
        assertThat(form.action()).hasToString("http://localhost:8070/login?a=1&b=2");
        assertThat(form.encoded())
                .isEqualTo("_csrf=a%26b&username=citizen&password=m%E1%BA%ADt+kh%E1%BA%A9u&news=on&card=B&bank=VCB");
    }

    @Test
    void at_most_one_button_is_sent() {
        var form = HtmlForm.with("password", PAGE, HTML);
        assertThat(form.buttons()).containsExactly(Map.entry("outcome", "00"), Map.entry("outcome", "24"));
        assertThat(form.press(form.buttons().getFirst()).encoded()).endsWith("&outcome=00");
    }

    @Test
    void a_form_without_action_goes_back_to_its_page() {
        var form = HtmlForm.allOf(PAGE, "<FORM METHOD=GET><INPUT NAME=q VALUE=1></FORM>")
                .getFirst();
        assertThat(form.action()).isEqualTo(PAGE);
        assertThat(form.method()).isEqualTo("GET");
        assertThat(form.encoded()).isEqualTo("q=1");
    }

    @Test
    void a_missing_form_is_named() {
        assertThatThrownBy(() -> HtmlForm.with("otp", PAGE, HTML))
                .isInstanceOf(Failure.class)
                .hasMessage("The page http://localhost:8070/bank/page?x=1 has no form with a field 'otp'");
    }
}
