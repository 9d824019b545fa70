package io.motcua.sandbox.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.sandbox.storage.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class InboxTests {

    @TempDir
    Path data;

    Inbox open() {
        return new Inbox(new DataFolder(data), new InboxSettings(3), JsonMapper.shared(), Clock.systemUTC());
    }

    static List<String> texts(Inbox inbox) {
        return inbox.messages(_ -> true).stream().map(Message::text).toList();
    }

    @Test
    void a_restart_forgets_neither_messages_nor_keys() {
        var before = open();
        before.mail("from@a.vn", "to@a.vn", "Chủ đề", "thư", null);
        var sent = before.sms("key", "MOTCUA", "84912000001", "tin").orElseThrow();
        before.close();

        var after = open();
        assertThat(texts(after)).containsExactly("tin", "thư");
        assertThat(after.sms("key", "MOTCUA", "84912000001", "tin")
                        .orElseThrow()
                        .id())
                .isEqualTo(sent.id());
        assertThat(after.sms("key", "MOTCUA", "84912000001", "another")).isEmpty();
        after.close();
        assertThat(open().messages(it -> it.kind() == Message.Kind.SMS)
                        .getFirst()
                        .repeats())
                .isEqualTo(1);
    }

    @Test
    void the_oldest_go_first_and_the_file_does_not_grow_for_ever() throws IOException {
        var inbox = open();
        for (int i = 1; i <= 20; i++) {
            inbox.mail("from@a.vn", "to@a.vn", null, "text " + i, null);
        }
        assertThat(texts(inbox)).containsExactly("text 20", "text 19", "text 18");
        assertThat(Files.readAllLines(data.resolve("inbox.jsonl")).size()).isLessThanOrEqualTo(6);
        inbox.close();
        assertThat(texts(open())).containsExactly("text 20", "text 19", "text 18");
    }
}
