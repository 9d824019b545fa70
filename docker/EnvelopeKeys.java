import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * Writes the key pair of notification-service as JWK sets (RFC 7517), once: to {@code public/keys.jwks} what all may
 * read, to {@code notification/keys.jwks} the private key as well; and what dossier-service keeps for itself. For development; a production installation makes its
 * own keys and keeps the private one from everybody else.
 */
void main(String... folders) throws IOException, GeneralSecurityException, InterruptedException {
    dataKeys(Path.of(folders[2], "keyset.json"));
    anchorKeys(Path.of(folders[2], "anchors.jwks"));
    signingKey(Path.of(folders[2], "signing"), folders.length > 3 ? folders[3] : "H37");
    var forAll = Path.of(folders[0], "keys.jwks");
    var forRecipient = Path.of(folders[1], "keys.jwks");
    if (Files.exists(forAll) && Files.exists(forRecipient)) {
        IO.println("The keys of an earlier start stay, since the events of that time are sealed with them.");
        return;
    }
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    var common = "\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"enc\",\"kid\":\"notification-service\",\"x\":\"%s\",\"y\":\"%s\""
            .formatted(encode(point.getAffineX()), encode(point.getAffineY()));
    var secret = encode(((ECPrivateKey) pair.getPrivate()).getS());
    Files.writeString(forRecipient, "{\"keys\":[{%s,\"d\":\"%s\"}]}\n".formatted(common, secret));
    Files.writeString(forAll, "{\"keys\":[{%s}]}\n".formatted(common));
    // The services run as another user than this program; who may mount the volume may read it.
    Files.setPosixFilePermissions(forRecipient, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(forAll, PosixFilePermissions.fromString("rw-r--r--"));
}

/** What seals personal data in the store of dossier-service: a keyset as Tink reads it, with one key of AES-256-GCM. */
static void dataKeys(Path file) throws IOException {
    if (Files.exists(file)) {
        return;
    }
    var random = new SecureRandom();
    var message = new byte[34];
    random.nextBytes(message);
    // Field 3 of the key's message, of 32 bytes.
    message[0] = 0x1a;
    message[1] = 32;
    var id = random.nextInt(1, Integer.MAX_VALUE);
    var key = "\"keyId\":%d,\"status\":\"ENABLED\",\"outputPrefixType\":\"TINK\"".formatted(id);
    var data = "\"typeUrl\":\"type.googleapis.com/google.crypto.tink.AesGcmKey\",\"keyMaterialType\":\"SYMMETRIC\",\"value\":\"%s\""
            .formatted(Base64.getEncoder().encodeToString(message));
    Files.writeString(file, "{\"primaryKeyId\":%d,\"key\":[{%s,\"keyData\":{%s}}]}\n".formatted(id, key, data));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
}

/** What signs the anchors of histories; see docs/proof.md. */
static void anchorKeys(Path file) throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
        return;
    }
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    Files.writeString(
            file,
            "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"kid\":\"anchors-for-development\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}]}\n"
                    .formatted(
                            encode(point.getAffineX()),
                            encode(point.getAffineY()),
                            encode(((ECPrivateKey) pair.getPrivate()).getS())));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
}

/** What signs an agency's results, with a certificate that nobody vouches for. */
static void signingKey(Path folder, String agency) throws IOException, InterruptedException {
    var key = folder.resolve(agency + ".p12");
    if (Files.exists(key)) {
        return;
    }
    Files.createDirectories(folder);
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    var password = folder.resolve(agency + ".password");
    Files.writeString(password, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
    var fresh = folder.resolve(agency + ".new");
    Files.deleteIfExists(fresh);
    var tool = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", "signature", "-keyalg", "EC", "-groupname", "secp256r1",
                    "-dname", "CN=" + agency + " (development only), O=motcua", "-validity", "1096",
                    "-storetype", "PKCS12", "-keystore", fresh.toString(), "-storepass:file", password.toString())
            .inheritIO()
            .start();
    if (tool.waitFor() != 0) {
        throw new IOException("keytool made no signing key");
    }
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(fresh, key);
}

/** RFC 7518, 6.2: coordinates have their full size, so leading zeros stay and a sign byte goes. */
static String encode(BigInteger number) {
    var bytes = number.toByteArray();
    var full = new byte[32];
    var length = Math.min(bytes.length, full.length);
    System.arraycopy(bytes, bytes.length - length, full, full.length - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(full);
}
