package io.motcua.local.demo;

import io.motcua.local.patience.Patience;
import io.motcua.local.signin.SignIns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the job leaves behind: messages, the hash-chained history, and the figures that everybody can ask for. */
final class Evidence {

    private static final Patience EVENTS = Patience.of(Duration.ofSeconds(30));

    /** What a citizen must hear of; further messages may be sent, each of them once. */
    private static final Set<String> NEWS = Set.of(
            "dossier-submitted", "payment-confirmed", "dossier-accepted", "dossier-approved", "dossier-returned");

    private final Steps steps;
    private final Cast cast;
    private final Mailbox mailbox;
    private final DossierPage dossier;
    private final String code;

    Evidence(Steps steps, Cast cast, Mailbox mailbox, DossierPage dossier, String code) {
        this.steps = steps;
        this.cast = cast;
        this.mailbox = mailbox;
        this.dossier = dossier;
        this.code = code;
    }

    void show() {
        steps.heading("What the citizen got");
        var messages = new ArrayList<JsonNode>();
        steps.step("mail and SMS", () -> {
            messages.addAll(mailbox.about(code, sentOfEachKind()));
            return messages.size() + " messages, each once";
        });
        messages.forEach(message -> steps.line(Answers.message(message)));
        steps.heading("What an auditor sees");
        var entries = new ArrayList<String>();
        steps.step("hash-chained history", () -> {
            Chain chain = Chain.of(
                    cast.as("auditor").get(dossier.path("history")).expect(200).json());
            entries.addAll(chain.lines());
            return "%d entries, %d links of the hash chain hold"
                    .formatted(chain.entries().size(), chain.verify());
        });
        entries.forEach(steps::line);
        if (!cast.agency().equals(SignIns.SAMPLE_AGENCY)) {
            return; // the founding story is Lạng Sơn's
        }
        steps.heading("What everybody can ask");
        var story = new FoundingStory(cast.anyone());
        steps.step("services of H37 on 2021-06-30", story::counts);
        steps.step("rollout on 2021-06-09", story::rollout);
        story.lines().forEach(steps::line);
    }

    /** Waits until all news are sent on every channel; says how many messages each channel carried. */
    private int sentOfEachKind() {
        String path = "/api/v1/agencies/%s/notifications?dossier=%s&limit=100".formatted(cast.agency(), dossier.id());
        return EVENTS.await("the news to be sent", () -> {
            JsonNode items =
                    cast.as("receptionist").get(path).expect(200).json().path("items");
            var sent = StreamSupport.stream(items.spliterator(), false)
                    .filter(message -> message.path("status").asString("").equals("SENT"))
                    .collect(Collectors.groupingBy(
                            message -> message.path("channel").asString(""),
                            Collectors.mapping(
                                    message -> message.path("template").asString(""), Collectors.toSet())));
            boolean complete = sent.size() == 2
                    && sent.values().stream().allMatch(templates -> templates.containsAll(NEWS))
                    && sent.values().stream().mapToInt(Set::size).sum() == items.size();
            return complete ? Optional.of(items.size() / 2) : Optional.empty();
        });
    }
}
