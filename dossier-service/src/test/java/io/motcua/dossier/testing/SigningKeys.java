package io.motcua.dossier.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders with signing keys, made as an operator makes them for a trial. */
public final class SigningKeys {

    public static final String CENTRE = "CN=Trung tâm Phục vụ hành chính công, O=Lạng Sơn, C=VN";

    private static final Path SHARED = folder();

    private SigningKeys() {}

    /** One for all tests of this JVM: H37 signs, other agencies do not. */
    public static Path ofH37() {
        var key = SHARED.resolve("H37.p12");
        synchronized (SigningKeys.class) {
            if (!Files.exists(key)) {
                make(SHARED, "H37", CENTRE, "-keyalg", "EC", "-groupname", "secp256r1");
            }
        }
        return SHARED;
    }

    public static Path folder() {
        try {
            return Files.createTempDirectory("signing-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void make(Path folder, String name, String subject, String... more) {
        try {
            var file = folder.resolve(name + ".p12");
            Files.createDirectories(file.getParent());
            Files.writeString(folder.resolve(name + ".password"), "a password for tests only\n");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "signature",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass:file",
                    folder.resolve(name + ".password").toString(),
                    "-dname",
                    subject));
            command.addAll(List.of(more));
            var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(tool.getInputStream().readAllBytes());
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
