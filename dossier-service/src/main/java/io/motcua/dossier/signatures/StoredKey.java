package io.motcua.dossier.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The one private key of a PKCS#12 file. */
final class StoredKey implements Signatory {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private StoredKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    static StoredKey read(Path file, char[] password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(file)) {
            store.load(bytes, password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return new StoredKey(key, certificates(store, alias));
                }
            }
        } finally {
            Arrays.fill(password, ' ');
        }
        throw new UnrecoverableKeyException("no private key in it");
    }

    private static List<X509Certificate> certificates(KeyStore store, String alias) throws GeneralSecurityException {
        return Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public String algorithm() {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> throw new SignatureFailed("Keys are RSA or EC, not " + key.getAlgorithm());
        };
    }

    @Override
    public byte[] sign(byte[] bytes) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm());
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "a stored key";
    }
}
