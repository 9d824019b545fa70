package io.motcua.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.FakeServer.Reply;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BrowserTests {

    @Test
    void keeps_cookies_and_follows_redirects() throws IOException {
        try (var server = new FakeServer((exchange, _) -> switch (exchange.getRequestURI()
                .getPath()) {
            case "/start" -> new Reply(302, "", "Location", "/form", "Set-Cookie", "session=1; Path=/; HttpOnly");
            case "/form" ->
                new Reply(200, "cookie " + exchange.getRequestHeaders().getFirst("Cookie"));
            default -> new Reply(404, "");
        })) {
            var page = new Browser().open(server.address().resolve("/start"));
            assertThat(page.address()).isEqualTo(server.address().resolve("/form"));
            assertThat(page.answer().text()).isEqualTo("cookie session=1");
        }
    }

    @Test
    void submits_a_form_and_stops_before_the_address_whose_query_matters() throws IOException {
        try (var server =
                new FakeServer((exchange, _) -> exchange.getRequestMethod().equals("POST")
                        ? new Reply(302, "", "Location", "/continue")
                        : new Reply(302, "", "Location", "http://127.0.0.1:9/callback?code=abc"))) {
            var form = HtmlForm.allOf(
                            server.address(), "<form method=post action='/login'><input name=a value=b></form>")
                    .getFirst();
            var callback = URI.create("http://127.0.0.1:9/callback");
            assertThat(new Browser().submitUntil(form, callback)).hasToString(callback + "?code=abc");
            assertThat(server.asked()).containsExactly("POST /login a=b", "GET /continue ");
        }
    }

    @Test
    void a_form_that_gets_is_sent_in_the_address() throws IOException {
        try (var server = new FakeServer((_, _) -> new Reply(200, "found"))) {
            var page = URI.create(server.address() + "/page?old=1");
            var form = HtmlForm.allOf(page, "<form><input name=q value='a b'></form>")
                    .getFirst();
            new Browser().submit(form);
            assertThat(server.asked()).containsExactly("GET /page?q=a+b ");
        }
    }

    @Test
    void does_not_run_in_circles() throws IOException {
        try (var server = new FakeServer((_, _) -> new Reply(302, "", "Location", "/again"))) {
            assertThatThrownBy(() -> new Browser().open(server.address().resolve("/again")))
                    .isInstanceOf(Failure.class)
                    .hasMessageEndingWith("redirects without end");
        }
    }
}
