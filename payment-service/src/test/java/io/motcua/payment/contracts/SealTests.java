package io.motcua.payment.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTests {

    private final Seal seal = new Seal(new ContractSettings("a sealing secret of ours"));

    @Test
    void a_secret_opens_again_and_is_not_to_be_read_in_between() {
        var sealed = seal.close("bank-secret-of-H99", "H99/MOTCH991");

        assertThat(sealed).doesNotContain("bank-secret").isNotEqualTo(seal.close("bank-secret-of-H99", "H99/MOTCH991"));
        assertThat(seal.open(sealed, "H99/MOTCH991")).isEqualTo("bank-secret-of-H99");
    }

    @Test
    void it_opens_neither_in_anothers_record_nor_with_another_sealing_secret() {
        var sealed = seal.close("bank-secret-of-H99", "H99/MOTCH991");
        var other = new Seal(new ContractSettings("a sealing secret of others"));

        assertThatThrownBy(() -> seal.open(sealed, "H37/MOTCH991"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("bank-secret");
        assertThatThrownBy(() -> other.open(sealed, "H99/MOTCH991")).isInstanceOf(IllegalStateException.class);
    }
}
