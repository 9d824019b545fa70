package io.motcua.dossier.personal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * Papers are sealed in segments, each with a key of its own, which is sealed by the primary key: a change of keys touches
 * only that, and a paper is read as it is opened.
 */
@Component
public class SealedContent {

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT = 64 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataKeys keys;

    SealedContent(DataKeys keys) {
        this.keys = keys;
    }

    /** @param key the content's own, sealed */
    public record Sealed(byte[] key, byte[] bytes) {}

    public DataKeys keys() {
        return keys;
    }

    public Sealed seal(String id, byte[] clear) {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        var bytes = new ByteArrayOutputStream(clear.length + SEGMENT);
        try (OutputStream out = cipher(key).newEncryptingStream(bytes, about(id))) {
            out.write(clear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The content " + id + " cannot be sealed", e);
        }
        return new Sealed(keys.seal(key, place(id)), bytes.toByteArray());
    }

    public InputStream open(String id, byte[] sealedKey, InputStream sealed) {
        try {
            return cipher(keys.open(sealedKey, place(id))).newDecryptingStream(sealed, about(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The content " + id + " cannot be opened", e);
        }
    }

    /** The same key of a content, sealed by the present primary. */
    public byte[] resealed(String id, byte[] sealedKey) {
        return keys.seal(keys.open(sealedKey, place(id)), place(id));
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
    }

    private static String place(String id) {
        return "contents/" + id;
    }

    private static byte[] about(String id) {
        return place(id).getBytes(StandardCharsets.UTF_8);
    }
}
