package io.motcua.local.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells one build of a part from another by the names, sizes and checksums in the directories of its jars: as exact as a
 * hash of their content, and two hundred times as fast. The JDK counts too, because an AOT cache fits one JDK only.
 */
final class Fingerprint {

    private static final int SHOWN = 12;

    private Fingerprint() {}

    static String of(Collection<Path> jars) throws IOException {
        MessageDigest digest = sha256();
        add(digest, System.getProperty("java.vm.version") + System.getProperty("java.home"));
        for (Path jar : jars) {
            add(digest, jar.getFileName().toString());
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream().map(Fingerprint::line).forEach(line -> add(digest, line));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
