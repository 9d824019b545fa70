package io.motcua.platform.privacy;

import io.motcua.platform.history.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns a personal id into a key that is the same everywhere on the platform and says nothing without the secret. */
public final class PersonKeys {

    private final SecretKeySpec secret;

    PersonKeys(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** 26 characters, lower-case letters and digits. */
    public String of(String personalId) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return Digest.base32(mac.doFinal(personalId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
