package io.motcua.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** Certificates for this machine, made by the JDK's own tool, as PEM files in a folder. */
public record Certificates(Path folder) {

    public void make(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = (tool + " -genkeypair -alias a -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12"
                + " -storepass changeit -ext san=ip:127.0.0.1 -dname CN=" + name + " -keystore " + store);
        assertThat(new ProcessBuilder(command.split(" "))
                        .redirectErrorStream(true)
                        .start()
                        .waitFor())
                .isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        pem(
                name + ".key",
                "PRIVATE KEY",
                keys.getKey("a", "changeit".toCharArray()).getEncoded());
        pem(name + ".crt", "CERTIFICATE", keys.getCertificate("a").getEncoded());
    }

    /** An authority's file in which the certificates of these are. */
    public void trust(String authority, String... names) throws IOException {
        var all = new StringBuilder();
        for (var name : names) {
            all.append(Files.readString(folder.resolve(name + ".crt")));
        }
        Files.writeString(folder.resolve(authority + ".pem"), all);
    }

    public void replace(String name, String by) throws IOException {
        for (var kind : List.of(".key", ".crt")) {
            Files.writeString(folder.resolve(name + kind), Files.readString(folder.resolve(by + kind)));
        }
    }

    /** What a gateway or a service is told to show and to trust. */
    public List<String> arguments(String name, String authority) {
        return List.of(
                "--MOTCUA_SERVICE_TLS_CERTIFICATE=" + folder.resolve(name + ".crt"),
                "--MOTCUA_SERVICE_TLS_KEY=" + folder.resolve(name + ".key"),
                "--MOTCUA_SERVICE_TLS_AUTHORITY=" + folder.resolve(authority + ".pem"));
    }

    private void pem(String file, String kind, byte[] der) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
    }
}
