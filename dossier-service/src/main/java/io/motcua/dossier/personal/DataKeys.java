package io.motcua.dossier.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.Hex;
import io.motcua.platform.privacy.Seals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys that seal personal data: a keyset of Tink's, of which the primary seals and all open. There is no default. */
@Component
public class DataKeys implements Seals {

    private final Aead aead;
    private final long primary;
    private final List<Long> old;

    DataKeys(@Value("${motcua.privacy.data-keys:}") String keyset) {
        if (keyset.isBlank()) {
            throw new IllegalStateException(
                    "motcua.privacy.data-keys (MOTCUA_DATA_KEYS) names no keyset: personal data are not stored in clear");
        }
        try {
            AeadConfig.register();
            var json = keyset.strip().startsWith("{") ? keyset : Files.readString(Path.of(keyset));
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.primary = id(handle.getPrimary());
            this.old = IntStream.range(0, handle.size())
                    .mapToObj(handle::getAt)
                    .map(DataKeys::id)
                    .filter(it -> it != primary)
                    .toList();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "motcua.privacy.data-keys (MOTCUA_DATA_KEYS) cannot be read as a keyset", e);
        }
    }

    /** By which the keyset and the store call the key that seals. */
    public long primary() {
        return primary;
    }

    /** Those that open what they once sealed. */
    public List<Long> old() {
        return old;
    }

    @Override
    public byte[] seal(byte[] clear, String place) {
        try {
            return aead.encrypt(clear, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be sealed for " + place, e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What lies in " + place + " cannot be opened; it begins with "
                            + Hex.encode(java.util.Arrays.copyOf(sealed, 5)),
                    e);
        }
    }

    private static long id(KeysetHandle.Entry entry) {
        return Integer.toUnsignedLong(entry.getId());
    }
}
