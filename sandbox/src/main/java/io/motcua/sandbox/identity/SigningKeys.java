package io.motcua.sandbox.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.motcua.sandbox.storage.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The provider's signing keys, made once and kept, so that a token and the services' cached key set outlive a restart.
 * RSA, because RS256 is what a resource server takes without being told.
 */
final class SigningKeys {

    private static final String FILE = "signing-keys.json";

    private SigningKeys() {}

    static JWKSet loadOrCreate(DataFolder folder) {
        var file = folder.file(FILE);
        try {
            if (Files.notExists(file)) {
                write(file, create());
            }
            return JWKSet.parse(Files.readString(file));
        } catch (ParseException unreadable) {
            throw new IllegalStateException(
                    file.toAbsolutePath() + " is not a JWK set; delete it to get new signing keys", unreadable);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the signing keys in " + file.toAbsolutePath(), failed);
        }
    }

    private static JWKSet create() {
        try {
            return new JWKSet(new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This JDK cannot make RSA keys", impossible);
        }
    }

    /** Whole or not at all, and for the owner's eyes only. */
    private static void write(Path file, JWKSet keys) throws IOException {
        var fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, keys.toString(false));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
