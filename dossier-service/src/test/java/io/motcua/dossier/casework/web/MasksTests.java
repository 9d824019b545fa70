package io.motcua.dossier.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.casework.Principal;
import io.motcua.dossier.casework.ReturnChannel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MasksTests {

    @Test
    void people_can_be_told_apart_and_no_more() {
        var masked = Masks.person(new Requests.PersonBody(
                "Nông Thị Lan",
                "020190001234",
                "0100109106-001",
                "lan@example.vn",
                "84912000001",
                "Số 1 Hùng Vương, Lạng Sơn",
                new Requests.PrincipalBody(Principal.Kind.PERSON, "Hoàng Văn Thụ", "020185005678", null),
                new Requests.ReturnBody(ReturnChannel.POST, "Số 2 Tam Thanh, Lạng Sơn")));

        assertThat(masked)
                .isEqualTo(new Requests.PersonBody(
                        "N*** T*** Lan",
                        "0201******34",
                        "0100******01",
                        "l***@example.vn",
                        "******001",
                        "***, Lạng Sơn",
                        new Requests.PrincipalBody(Principal.Kind.PERSON, "H*** V*** Thụ", "0201******78", null),
                        new Requests.ReturnBody(ReturnChannel.POST, "***, Lạng Sơn")));
    }

    @Test
    void what_is_short_shows_nothing() {
        assertThat(Masks.name("Lan")).isEqualTo("L***");
        assertThat(Masks.number("1234")).isEqualTo("***");
        assertThat(Masks.phone("113")).isEqualTo("***");
        assertThat(Masks.email("@example.vn")).isEqualTo("***");
        assertThat(Masks.address("Lạng Sơn")).isEqualTo("***");
        assertThat(Masks.name(null)).isNull();
        assertThat(Masks.name("𝒜 b")).isEqualTo("𝒜*** b");
    }

    @Property
    void whatever_is_typed_is_masked(@ForAll String typed) {
        assertThat(Masks.person(new Requests.PersonBody(typed, typed, typed, typed, typed, typed, null, null)))
                .isNotNull();
        if (typed.length() > 8) {
            assertThat(Masks.number(typed)).isNotEqualTo(typed).hasSize(12);
        }
    }
}
