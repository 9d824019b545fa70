package io.motcua.gateway.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dichvucong.langson.gov.vn",
                "https://app.example:8443",
                "https://xn--vit-nam-abc.example",
                "https://10.1.2.3",
                "http://localhost:5173",
                "http://127.0.0.1:3000",
                "http://[::1]:3000",
                "http://localhost",
            })
    void as_browsers_write_them(String origin) {
        assertThat(Origins.wellFormed(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "app.example",
                "https://",
                "https://*.example",
                "https://app.example/",
                "https://app.example/path",
                "https://App.example",
                "https://app.example:443",
                "http://localhost:80",
                "https://app.example:0",
                "https://app.example:099",
                "https://app.example:70000",
                "https://app.example:",
                "https://user@app.example",
                "https://app.example?x",
                "https://app..example",
                "https://-app.example",
                "https://app.example https://other.example",
                "https://app.example\n",
                "http://app.example",
                "http://localhost.evil.example",
                "ftp://app.example",
                "javascript:alert(1)",
            })
    void nothing_else(String origin) {
        assertThat(Origins.wellFormed(origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 300})
    void nor_what_is_longer_than_any_name(int length) {
        var name = "a.".repeat(length / 2) + "a";
        assertThat(Origins.wellFormed("https://" + name)).isEqualTo(length < 247);
    }
}
