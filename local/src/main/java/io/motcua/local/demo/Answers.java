package io.motcua.local.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads what services answer. */
final class Answers {

    private static final int SHOWN = 110;

    private Answers() {}

    static JsonNode none() {
        return MissingNode.getInstance();
    }

    /** The fee of filing online that is due at intake. */
    static JsonNode onlineFee(JsonNode service) {
        return each(service.path("channels"))
                .filter(channel -> channel.path("channel").asString("").equals("ONLINE"))
                .flatMap(channel -> each(channel.path("fees")))
                .findFirst()
                .map(fee -> fee.path("amount"))
                .orElse(none());
    }

    /** {@code MAIL lan@example.vn  Hồ sơ … — …}, in one line. */
    static String message(JsonNode message) {
        String subject = message.path("subject").asString("");
        String text = (subject.isEmpty() ? "" : subject + " | ")
                + message.path("text").asString("");
        String line = text.strip().replaceAll("\\s+", " ");
        return "%-5s%-15s %s"
                .formatted(
                        message.path("kind").asString(""),
                        message.path("to").asString(""),
                        line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
