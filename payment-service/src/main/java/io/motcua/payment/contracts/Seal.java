package io.motcua.payment.contracts;

import io.motcua.payment.vnpay.ContractUnusable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets unreadable in the database: AES-256-GCM with a key derived from a sealing secret (HKDF, RFC 5869). What is
 * sealed says whose it is, so that it opens in no other record. The first of the sealing secrets seals, all of them open.
 */
@Component
class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final byte[] PURPOSE = "motcua payment contracts".getBytes(StandardCharsets.UTF_8);

    private final List<SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    Seal(ContractSettings settings) {
        this.keys = settings.sealingSecrets().stream().map(Seal::derived).toList();
    }

    String close(String secret, String owner) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret cannot be sealed", e);
        }
    }

    /** @throws ContractUnusable if it was sealed for another owner or with a secret that is not listed */
    String open(String sealed, String owner) {
        return keys.stream()
                .flatMap(key -> opened(key, sealed, owner).stream())
                .findFirst()
                .orElseThrow(() -> new ContractUnusable(
                        "The secret of " + owner + " was sealed with none of these sealing secrets"));
    }

    /** Whether the first sealing secret opens it, so that it needs none of the others any more. */
    boolean isFresh(String sealed, String owner) {
        return opened(keys.getFirst(), sealed, owner).isPresent();
    }

    private static Optional<String> opened(SecretKey key, String sealed, String owner) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(rest), StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of " + owner + " cannot be opened", e);
        }
    }

    private static SecretKey derived(String sealingSecret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(sealingSecret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(PURPOSE, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK 25 has HKDF", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
