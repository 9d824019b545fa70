package io.motcua.dossier.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keys in a folder that operators fill: {@code H37.p12} signs for the agency, {@code H37/<person>.p12} for one of its
 * leaders, each beside a file of the same name that ends in {@code .password}. They are read when something is signed, so
 * a new agency or a new key needs no restart, and none stays in memory.
 */
@Component
class KeyFolder implements Signatories {

    private static final Logger log = LoggerFactory.getLogger(KeyFolder.class);
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,100}");
    private static final String KEY = ".p12";

    /** What the launcher's certificates say of themselves. */
    private static final String SAMPLE = "(development only)";

    private final SignatureSettings settings;
    private final Environment environment;

    KeyFolder(SignatureSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
        if (folder().isEmpty()) {
            log.warn("Results are not signed: motcua.dossiers.signatures.keys (MOTCUA_SIGNING_KEYS) names no folder");
        } else {
            log.info("Results are signed for {}", agencies());
        }
    }

    @Override
    public boolean signs(String agency) {
        return settings.required() || folder().isPresent() && agencies().contains(agency);
    }

    @Override
    public Optional<Signatory> of(String agency, String leader) {
        return folder().filter(_ ->
                        NAME.matcher(agency).matches() && NAME.matcher(leader).matches())
                .flatMap(it -> Stream.of(it.resolve(agency).resolve(leader + KEY), it.resolve(agency + KEY))
                        .filter(Files::isRegularFile)
                        .findFirst())
                .map(this::read);
    }

    /** Those that have a key of their own or of one of their leaders. */
    List<String> agencies() {
        return folder().map(KeyFolder::agenciesIn).orElse(List.of());
    }

    private Optional<Path> folder() {
        return Optional.ofNullable(settings.keys()).filter(it -> !it.isBlank()).map(Path::of);
    }

    private static List<String> agenciesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> Files.isDirectory(it) || it.toString().endsWith(KEY))
                    .map(it -> it.getFileName().toString().replace(KEY, ""))
                    .filter(it -> NAME.matcher(it).matches())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SignatureFailed("The folder of signing keys cannot be read", e);
        }
    }

    private Signatory read(Path file) {
        var name = file.getFileName().toString();
        var secret = file.resolveSibling(name.substring(0, name.length() - KEY.length()) + ".password");
        try {
            var key = StoredKey.read(file, Files.readString(secret).strip().toCharArray());
            if (key.chain().getFirst().getSubjectX500Principal().getName().contains(SAMPLE)
                    && !environment.matchesProfiles("development")) {
                throw new SignatureFailed("The signing key " + name + " is for development only");
            }
            return key;
        } catch (IOException | GeneralSecurityException e) {
            throw new SignatureFailed("The signing key " + name + " cannot be read", e);
        }
    }
}
