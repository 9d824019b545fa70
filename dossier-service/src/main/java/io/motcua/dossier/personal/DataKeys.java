package io.motcua.dossier.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.motcua.platform.privacy.Seals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.stereotype.Component;

/** The keys that seal personal data: a keyset of Tink's, of which the primary seals and all open. There is no default. */
@Component
public class DataKeys implements Seals {

    private final Aead aead;
    private final long key;
    private final List<Long> oldKeys;

    DataKeys(@Value("${motcua.privacy.data-keys:}") String keyset) {
        if (keyset.isBlank()) {
            throw new Unusable("names no keyset, and personal data are not stored in clear", null);
        }
        try {
            AeadConfig.register();
            var json = keyset.strip().startsWith("{") ? keyset : Files.readString(Path.of(keyset));
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.key = id(handle.getPrimary());
            this.oldKeys = IntStream.range(0, handle.size())
                    .mapToObj(handle::getAt)
                    .map(DataKeys::id)
                    .filter(it -> it != key)
                    .toList();
        } catch (IOException | InvalidPathException | GeneralSecurityException e) {
            throw new Unusable("cannot be read as a keyset for AEAD", e);
        }
    }

    /** By which the keyset and the store call the key that seals. */
    @Override
    public Long key() {
        return key;
    }

    @Override
    public List<Long> oldKeys() {
        return oldKeys;
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
            throw new IllegalStateException("What lies in " + place + " cannot be opened", e);
        }
    }

    private static long id(KeysetHandle.Entry entry) {
        return Integer.toUnsignedLong(entry.getId());
    }

    /** Without its keys the service does not start. */
    static final class Unusable extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Unusable(String why, @Nullable Throwable cause) {
            super("motcua.privacy.data-keys (MOTCUA_DATA_KEYS) " + why, cause);
        }
    }

    /** Says so in a few lines in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Unusable> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, Unusable cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Name the file of a keyset that has all keys with which this store was written (docs/operations.md, Keys"
                            + " of personal data).",
                    cause);
        }
    }
}
