package io.motcua.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;

class JwkTests {

    @Test
    void is_a_key_with_which_two_can_agree_on_a_secret() throws Exception {
        var one = Jwk.generate("one", "enc");
        var other = Jwk.generate("other", "enc");
        assertThat(agreed(privateKey(one), publicKey(other))).isEqualTo(agreed(privateKey(other), publicKey(one)));
    }

    /** One coordinate in 256 begins with a zero byte, which must stay. */
    @Test
    void its_coordinates_are_full_size_always() {
        assertThat(Stream.generate(() -> Jwk.generate("any", "enc")).limit(500)).allSatisfy(jwk -> {
            assertThat(jwk.x()).hasSize(43);
            assertThat(jwk.y()).hasSize(43);
            assertThat(jwk.d()).hasSize(43);
        });
    }

    private static byte[] agreed(PrivateKey mine, PublicKey yours) throws Exception {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(mine);
        agreement.doPhase(yours, true);
        return agreement.generateSecret();
    }

    private static PublicKey publicKey(Jwk jwk) throws Exception {
        var point = new ECPoint(number(jwk.x()), number(jwk.y()));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve()));
    }

    private static PrivateKey privateKey(Jwk jwk) throws Exception {
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number(jwk.d()), curve()));
    }

    private static ECParameterSpec curve() throws Exception {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger number(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }
}
