package io.motcua.gateway.apps;

import java.util.regex.Pattern;

/** How browsers write where a page comes from (RFC 6454): in lower case, without a path, without a usual port. */
final class Origins {

    private static final int LONGEST = 255;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern SECURE = Pattern.compile("https://" + LABEL + "(?:\\." + LABEL + ")*(?::(\\d{1,5}))?");
    private static final Pattern LOCAL =
            Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::(\\d{1,5}))?");

    private Origins() {}

    /** Pages that came without TLS could be anybody's, unless they come from the browser's own machine. */
    static boolean wellFormed(String text) {
        return text.length() <= LONGEST && (matches(SECURE, text, 443) || matches(LOCAL, text, 80));
    }

    private static boolean matches(Pattern form, String text, int usual) {
        var match = form.matcher(text);
        if (!match.matches()) {
            return false;
        }
        var port = match.group(1);
        return port == null
                || (!port.startsWith("0") && Integer.parseInt(port) <= 65_535 && Integer.parseInt(port) != usual);
    }
}
