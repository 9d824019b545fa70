package io.motcua.local.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keys that sign results on this machine, one for an agency, each with a certificate that nobody vouches for. The JDK's
 * keytool makes them, for the language has no way to make a certificate.
 */
final class SigningKeys {

    private static final String THREE_YEARS = "1096";

    private final Path folder;

    SigningKeys(Path folder) {
        this.folder = folder;
    }

    /** The folder, with a key for this agency in it. */
    Path with(String agency) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(folder.resolve(agency + ".p12"))) {
                make(agency);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key of " + agency + " could not be made in " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The key appears last and whole: a start that was broken off makes another. */
    private void make(String agency) throws IOException, InterruptedException {
        var password = folder.resolve(agency + ".password");
        SecretFile.write(password, SecretFile.random());
        var fresh = folder.resolve(agency + ".new");
        Files.deleteIfExists(fresh);
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "signature",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + agency + " (development only), O=motcua",
                        "-validity",
                        THREE_YEARS,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        fresh.toString(),
                        "-storepass:file",
                        password.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes());
        if (tool.waitFor() != 0) {
            throw new IOException(said.strip());
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.move(fresh, folder.resolve(agency + ".p12"), StandardCopyOption.ATOMIC_MOVE);
    }
}
