package io.motcua.platform.security;

import java.util.function.Predicate;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall as it comes, with a glance before its regular expressions: it asks them of every header each time
 * that somebody reads it, and a token of 700 characters took them longer than checking what it says.
 */
final class PlainText {

    private PlainText() {}

    static StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(orPlain(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
        firewall.setAllowedHeaderValues(orPlain(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
        firewall.setAllowedParameterNames(orPlain(StrictHttpFirewall.ALLOWED_PARAMETER_NAMES));
        firewall.setAllowedParameterValues(orPlain(StrictHttpFirewall.ALLOWED_PARAMETER_VALUES));
        return firewall;
    }

    /** What is plain is allowed by all of them; of the rest each decides itself. */
    private static Predicate<String> orPlain(Predicate<String> allowed) {
        return text -> isPlain(text) || allowed.test(text);
    }

    /** Letters, digits and signs of ASCII. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (it < ' ' || it > '~') {
                return false;
            }
        }
        return true;
    }
}
