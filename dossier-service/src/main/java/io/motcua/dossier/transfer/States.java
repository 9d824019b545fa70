package io.motcua.dossier.transfer;

import io.motcua.dossier.casework.Status;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the states of older systems are here: the national codes and their names are known, an installation adds the words
 * of its own older system.
 *
 * @param states the national code by the older system's word
 */
@ConfigurationProperties("motcua.dossiers.transfer")
record States(@DefaultValue Map<String, Integer> states) {

    States {
        states = states.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(it -> normal(it.getKey()), Map.Entry::getValue));
    }

    Optional<Status> of(String word) {
        var asked = normal(word);
        var own = states.get(asked);
        return own != null
                ? Status.of(own)
                : Arrays.stream(Status.values())
                        .filter(it -> it != Status.DRAFT)
                        .filter(it -> String.valueOf(it.code()).equals(asked)
                                || normal(it.names().vi()).equals(asked))
                        .findFirst();
    }

    /** Older systems write Vietnamese letters in one piece or in two. */
    private static String normal(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
