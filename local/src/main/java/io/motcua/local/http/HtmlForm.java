package io.motcua.local.http;

import io.motcua.local.failure.Failure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of a page, with what a browser would send unless the user changes it. Reads the plain HTML of our own pages,
 * not the web's.
 *
 * @param fields inputs that are always sent
 * @param buttons of which a user presses one, so that at most one is sent
 */
public record HtmlForm(URI action, String method, Map<String, String> fields, List<Map.Entry<String, String>> buttons) {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern CONTROL = Pattern.compile("(?is)<(input|button|select)\\b([^>]*)>");
    private static final Pattern OPTION = Pattern.compile("(?is)<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?s)([\\w:-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+)))?");

    /** The forms of a page, in its order. */
    public static List<HtmlForm> allOf(URI page, String html) {
        var forms = new ArrayList<HtmlForm>();
        for (Matcher form = FORM.matcher(html); form.find(); ) {
            var attributes = attributes(form.group(1));
            var action = attributes.getOrDefault("action", "");
            forms.add(read(
                    action.isEmpty() ? page : page.resolve(action),
                    attributes.getOrDefault("method", "get").toUpperCase(Locale.ROOT),
                    form.group(2)));
        }
        return forms;
    }

    /** The first form of the page that has this field. */
    public static HtmlForm with(String field, URI page, String html) {
        return allOf(page, html).stream()
                .filter(form -> form.fields.containsKey(field))
                .findFirst()
                .orElseThrow(() -> new Failure("The page %s has no form with a field '%s'".formatted(page, field)));
    }

    public HtmlForm fill(String field, String value) {
        var filled = new LinkedHashMap<>(fields);
        filled.put(field, value);
        return new HtmlForm(action, method, filled, buttons);
    }

    /** As a browser does when this button is pressed. */
    public HtmlForm press(Map.Entry<String, String> button) {
        return fill(button.getKey(), button.getValue());
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + '=' + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static HtmlForm read(URI action, String method, String body) {
        var fields = new LinkedHashMap<String, String>();
        var buttons = new ArrayList<Map.Entry<String, String>>();
        for (Matcher control = CONTROL.matcher(body); control.find(); ) {
            var attributes = attributes(control.group(2));
            String name = attributes.get("name");
            if (name == null) {
                continue;
            }
            String value = attributes.getOrDefault("value", "");
            switch (kind(control.group(1), attributes)) {
                case "submit", "image" -> buttons.add(Map.entry(name, value));
                case "button", "reset" -> {} // never sent
                case "radio", "checkbox" -> {
                    if (attributes.containsKey("checked")) {
                        fields.put(name, attributes.getOrDefault("value", "on"));
                    }
                }
                case "select" -> fields.put(name, selected(body.substring(control.end())));
                default -> fields.put(name, value);
            }
        }
        return new HtmlForm(action, method, fields, buttons);
    }

    private static String kind(String tag, Map<String, String> attributes) {
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "select" -> "select";
            case "button" -> attributes.getOrDefault("type", "submit").toLowerCase(Locale.ROOT);
            default -> attributes.getOrDefault("type", "text").toLowerCase(Locale.ROOT);
        };
    }

    private static String selected(String afterSelect) {
        int end = afterSelect.toLowerCase(Locale.ROOT).indexOf("</select>");
        String options = end < 0 ? afterSelect : afterSelect.substring(0, end);
        String first = "";
        for (Matcher option = OPTION.matcher(options); option.find(); ) {
            var attributes = attributes(option.group(1));
            String value = attributes.getOrDefault("value", "");
            if (attributes.containsKey("selected")) {
                return value;
            }
            first = first.isEmpty() ? value : first;
        }
        return first;
    }

    private static Map<String, String> attributes(String text) {
        var attributes = new LinkedHashMap<String, String>();
        for (Matcher attribute = ATTRIBUTE.matcher(text); attribute.find(); ) {
            String value = "";
            for (int group = 2; group <= 4; group++) {
                value = attribute.group(group) == null ? value : attribute.group(group);
            }
            attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), unescape(value));
        }
        return attributes;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
