package io.motcua.payment.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SealTests {

    private static final String OURS = "a sealing secret of ours";
    private static final String NEXT = "the sealing secret after";

    private final Seal seal = new Seal(new ContractSettings(List.of(OURS)));

    @Test
    void a_secret_opens_again_and_is_not_to_be_read_in_between() {
        var sealed = seal.close("bank-secret-of-H99", "H99/MOTCH991");

        assertThat(sealed).doesNotContain("bank-secret").isNotEqualTo(seal.close("bank-secret-of-H99", "H99/MOTCH991"));
        assertThat(seal.open(sealed, "H99/MOTCH991")).isEqualTo("bank-secret-of-H99");
    }

    @Test
    void it_opens_neither_in_anothers_record_nor_with_another_sealing_secret() {
        var sealed = seal.close("bank-secret-of-H99", "H99/MOTCH991");
        var other = new Seal(new ContractSettings(List.of("a sealing secret of others")));

        assertThatThrownBy(() -> seal.open(sealed, "H37/MOTCH991"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("bank-secret");
        assertThatThrownBy(() -> other.open(sealed, "H99/MOTCH991")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_first_secret_seals_and_all_of_them_open() {
        var announced = new Seal(new ContractSettings(List.of(OURS, NEXT)));
        var changed = new Seal(new ContractSettings(List.of(NEXT, OURS)));
        var alone = new Seal(new ContractSettings(List.of(NEXT)));

        var before = announced.close("bank-secret-of-H99", "H99/MOTCH991");
        var after = changed.close("bank-secret-of-H99", "H99/MOTCH991");

        assertThat(seal.open(before, "H99/MOTCH991")).isEqualTo("bank-secret-of-H99");
        assertThat(changed.open(before, "H99/MOTCH991")).isEqualTo("bank-secret-of-H99");
        assertThat(announced.open(after, "H99/MOTCH991")).isEqualTo("bank-secret-of-H99");
        assertThat(alone.open(after, "H99/MOTCH991")).isEqualTo("bank-secret-of-H99");
        assertThat(changed.isFresh(before, "H99/MOTCH991")).isFalse();
        assertThat(changed.isFresh(after, "H99/MOTCH991")).isTrue();
        assertThatThrownBy(() -> alone.open(before, "H99/MOTCH991")).isInstanceOf(IllegalStateException.class);
    }
}
