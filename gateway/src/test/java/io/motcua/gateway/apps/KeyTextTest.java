package io.motcua.gateway.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void a_key_says_what_it_is_and_which() {
        var key = KeyText.fresh("abcdefgh2345");

        assertThat(key.text()).startsWith("motcua_abcdefgh2345_").hasSize(69).matches(KeyText.FORM);
        assertThat(key.id()).isEqualTo("abcdefgh2345");
        assertThat(key.wellFormed()).isTrue();
        assertThat(key.hash()).hasSize(64).doesNotContain(key.text());
        assertThat(key).as("in a log").hasToString("KeyText[…]");
    }

    @Test
    void no_two_are_alike() {
        var all = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            all.add(KeyText.fresh("abcdefgh2345").text());
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void whatever_is_mistyped_or_cut_off_is_none() {
        var text = KeyText.fresh("abcdefgh2345").text();
        for (int i = 0; i < text.length(); i++) {
            var other = text.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(new KeyText(text.substring(0, i) + other + text.substring(i + 1)).wellFormed())
                    .as("place " + i)
                    .isFalse();
            assertThat(new KeyText(text.substring(0, i)).wellFormed()).isFalse();
        }
        assertThat(new KeyText(text + "a").wellFormed()).isFalse();
        assertThat(new KeyText("").wellFormed()).isFalse();
    }

    /** Scanners elsewhere reckon it: it must not change. */
    @Test
    void the_check_is_the_crc_32_of_what_stands_before_in_base_62() {
        var body = "motcua_abcdefgh2345_0000000000000000000000000000000000000000000";
        assertThat(new KeyText(body + "2DoMnp").wellFormed()).isTrue();
    }
}
