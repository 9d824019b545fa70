package io.motcua.local.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.http.FakeServer;
import io.motcua.local.http.FakeServer.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisteredAppsTests {

    private static final String APP = """
            {"id": "a1", "revision": 3, "name": "Cổng", "agency": "H37", "agencies": ["H37"],
             "scopes": ["dossiers:read"], "keys": [{"id": "k1"}, {"id": "k0", "revoked": "2026-11-25T00:00:00Z"}]}""";
    private static final String TWIN = APP.replace("a1", "a2").replace("Cổng", "Twin");

    @Test
    void an_app_is_registered_and_its_first_key_told() throws IOException {
        try (var gateway = new FakeServer(
                (exchange, _) -> exchange.getRequestURI().getPath().endsWith("/keys")
                        ? new Reply(201, "{\"id\": \"k1\", \"key\": \"secret\"}")
                        : new Reply(201, APP))) {
            var lines = new RegisteredApps(Api.at(gateway.address()))
                    .run(new AppCommand.Add(
                            "Cổng",
                            Optional.of("H37"),
                            List.of(),
                            List.of("dossiers:read"),
                            List.of("https://a.vn"),
                            Optional.of("20/80")));
            assertThat(lines).last().isEqualTo("key, shown this once: secret");
            assertThat(gateway.asked().getFirst())
                    .startsWith("POST /api/v1/apps ")
                    .contains("\"agencies\":[\"H37\"]", "\"perSecond\":20.0", "\"burst\":80");
        }
    }

    @Test
    void apps_are_found_on_every_page_by_id_or_name_and_removed_as_they_were_seen() throws IOException {
        try (var gateway = new FakeServer((exchange, _) -> {
            if (exchange.getRequestMethod().equals("DELETE")) {
                return new Reply(204, "");
            }
            boolean second = exchange.getRequestURI().toString().contains("cursor");
            return new Reply(
                    200,
                    second
                            ? "{\"items\": [%s]}".formatted(TWIN)
                            : "{\"items\": [%s], \"next\": \"/api/v1/apps?cursor=x\"}".formatted(APP));
        })) {
            var apps = new RegisteredApps(Api.at(gateway.address()));
            assertThat(apps.run(new AppCommand.Show()))
                    .containsExactly(
                            "a1  Cổng  of H37, calls H37, may dossiers:read, keys k1 k0 (revoked)",
                            "a2  Twin  of H37, calls H37, may dossiers:read, keys k1 k0 (revoked)");
            assertThat(apps.run(new AppCommand.Remove("Twin"))).containsExactly("Twin is removed");
            assertThat(apps.run(new AppCommand.Revoke("a1", "k1"))).containsExactly("key k1 is revoked");
            assertThat(gateway.asked()).contains("DELETE /api/v1/apps/a2 ", "DELETE /api/v1/apps/a1/keys/k1 ");
            assertThatThrownBy(() -> apps.run(new AppCommand.Key("nobody")))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("there is no app 'nobody'");
        }
    }

    @Test
    void a_quota_that_is_none_is_told_before_anything_is_asked() throws IOException {
        try (var gateway = new FakeServer((_, _) -> new Reply(500, ""))) {
            var add =
                    new AppCommand.Add("Cổng", Optional.empty(), List.of(), List.of(), List.of(), Optional.of("many"));
            assertThatThrownBy(() -> new RegisteredApps(Api.at(gateway.address())).run(add))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("'many' is no quota");
            assertThat(gateway.asked()).isEmpty();
        }
    }
}
