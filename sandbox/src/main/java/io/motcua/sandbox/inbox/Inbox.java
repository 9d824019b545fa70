package io.motcua.sandbox.inbox;

import io.motcua.sandbox.storage.DataFolder;
import io.motcua.sandbox.storage.Journal;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that arrived, on every channel. A message is on the disk before its sender is told that it was taken. */
@Component
public class Inbox {

    private final Clock clock;
    private final int keep;
    private final Journal<Message> journal;
    private final SequencedMap<String, Message> byId = new LinkedHashMap<>();
    private final Map<String, String> idByRequestKey = new HashMap<>();
    private int lines;

    Inbox(DataFolder folder, InboxSettings settings, JsonMapper json, Clock clock) {
        this.clock = clock;
        this.keep = settings.keep();
        this.journal = Journal.open(folder.file("inbox.jsonl"), Message.class, json);
        journal.found().forEach(this::remember);
        this.lines = journal.found().size();
        trim();
    }

    /** A mail, once for each recipient of its envelope. */
    public synchronized void mail(
            String from, String to, @Nullable String subject, String text, @Nullable String html) {
        put(new Message(newId(), Message.Kind.MAIL, clock.instant(), from, to, subject, text, html, null, 0));
    }

    /**
     * An SMS, once for each request key.
     *
     * @return the message that this key delivered, or nothing when it delivered another one before
     */
    public synchronized Optional<Message> sms(String requestKey, String from, String to, String text) {
        var earlier = Optional.ofNullable(idByRequestKey.get(requestKey)).map(byId::get);
        if (earlier.isEmpty()) {
            var message =
                    new Message(newId(), Message.Kind.SMS, clock.instant(), from, to, null, text, null, requestKey, 0);
            put(message);
            return Optional.of(message);
        }
        return earlier.filter(it -> it.from().equals(from)
                        && it.to().equals(to)
                        && it.text().equals(text))
                .map(it -> {
                    put(it.repeated());
                    return it;
                });
    }

    /** Newest first. */
    synchronized List<Message> messages(Predicate<Message> wanted) {
        return new ArrayList<>(byId.values()).reversed().stream().filter(wanted).toList();
    }

    synchronized void clear() {
        journal.replaceWith(List.of());
        lines = 0;
        byId.clear();
        idByRequestKey.clear();
    }

    @PreDestroy
    void close() {
        journal.close();
    }

    private void put(Message message) {
        journal.append(message);
        lines++;
        remember(message);
        trim();
    }

    private void remember(Message message) {
        byId.put(message.id(), message);
        if (message.requestKey() != null) {
            idByRequestKey.put(message.requestKey(), message.id());
        }
    }

    /** The file may grow to twice of what is kept, so that most messages cost one appended line and no more. */
    private void trim() {
        while (byId.size() > keep) {
            var oldest = byId.pollFirstEntry().getValue();
            if (oldest.requestKey() != null) {
                idByRequestKey.remove(oldest.requestKey());
            }
        }
        if (lines > 2 * keep) {
            journal.replaceWith(List.copyOf(byId.values()));
            lines = byId.size();
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
