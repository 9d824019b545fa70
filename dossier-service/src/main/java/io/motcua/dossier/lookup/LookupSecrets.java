package io.motcua.dossier.lookup;

import io.motcua.platform.privacy.PersonKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The four characters (mã tra cứu) that are printed on the receipt. They follow from the dossier's id under the
 * installation's secret: the store holds neither them nor a hash, of which a million tries would be no protection.
 */
@Component
public class LookupSecrets {

    /** Nothing that is read or heard as something else: no 0 and O, no 1, I and L. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    static final int LENGTH = 4;

    private final PersonKeys keys;

    LookupSecrets(PersonKeys keys) {
        this.keys = keys;
    }

    public String of(String dossier) {
        // No person's id begins so.
        var key = keys.of("lookup/" + dossier);
        var secret = new StringBuilder(LENGTH);
        // Twenty bits for each character, so that none is likelier than another by more than one in 30,000.
        for (int i = 0; i < LENGTH; i++) {
            int bits = Integer.parseInt(digits(key.substring(i * 4, i * 4 + 4)), 32);
            secret.append(ALPHABET.charAt(bits % ALPHABET.length()));
        }
        return secret.toString();
    }

    /** Case and blanks do not matter: it is typed from paper. */
    boolean matches(String dossier, String given) {
        var typed = given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(
                of(dossier).getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    /** From the base 32 of keys, a to z and 2 to 7, to that of numbers, 0 to 9 and a to v. */
    private static String digits(String base32) {
        return base32.chars()
                .map(it -> it >= 'a' ? it - 'a' : it - '2' + 26)
                .mapToObj(it -> Character.toString(Character.forDigit(it, 32)))
                .reduce("", String::concat);
    }
}
