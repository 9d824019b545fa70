package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.patience.Patience;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the citizen got by mail and on the telephone, as the sandbox's inbox shows it. */
final class Mailbox {

    private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(60));

    private final Api sandbox;
    private final String email;
    private final String phone;

    Mailbox(Api sandbox, String email, String phone) {
        this.sandbox = sandbox;
        this.email = email;
        this.phone = phone;
    }

    /** Waits for as many mails and as many SMS about the dossier; one too many is a failure. Oldest first. */
    List<JsonNode> about(String code, int ofEachKind) {
        List<JsonNode> arrived = PATIENCE.await("%d mails and as many SMS about %s".formatted(ofEachKind, code), () -> {
            List<JsonNode> mails = to(email, code);
            List<JsonNode> texts = to(phone, code);
            return mails.size() < ofEachKind || texts.size() < ofEachKind
                    ? Optional.empty()
                    : Optional.of(Stream.concat(mails.stream(), texts.stream()).toList());
        });
        if (arrived.size() != 2 * ofEachKind) {
            throw new Failure(
                    "%d messages about %s arrived, %d were due".formatted(arrived.size(), code, 2 * ofEachKind));
        }
        return arrived;
    }

    private List<JsonNode> to(String recipient, String code) {
        String path = "/inbox/messages?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
        JsonNode items = sandbox.get(path).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(message -> (message.path("subject").asString("")
                                + message.path("text").asString(""))
                        .contains(code))
                .toList()
                .reversed();
    }
}
