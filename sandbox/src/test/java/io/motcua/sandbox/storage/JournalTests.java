package io.motcua.sandbox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTests {

    record Line(String text) {}

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("lines.jsonl");
    }

    Journal<Line> open() {
        return Journal.open(file, Line.class, JsonMapper.shared());
    }

    @Test
    void what_was_appended_is_found_again_in_order() {
        try (var journal = open()) {
            journal.append(new Line("một"));
            journal.append(new Line("hai\nba"));
        }
        try (var journal = open()) {
            assertThat(journal.found()).containsExactly(new Line("một"), new Line("hai\nba"));
            journal.append(new Line("bốn"));
        }
        try (var journal = open()) {
            assertThat(journal.found()).hasSize(3);
        }
    }

    @Test
    void a_line_torn_by_a_crash_is_cut_off_and_later_ones_are_whole() throws IOException {
        try (var journal = open()) {
            journal.append(new Line("kept"));
        }
        Files.writeString(file, "{\"text\":\"to", StandardOpenOption.APPEND);
        try (var journal = open()) {
            assertThat(journal.found()).containsExactly(new Line("kept"));
            journal.append(new Line("next"));
        }
        try (var journal = open()) {
            assertThat(journal.found()).containsExactly(new Line("kept"), new Line("next"));
        }
    }

    @Test
    void an_unreadable_line_stops_the_start_and_is_named() throws IOException {
        Files.writeString(file, "{\"text\":\"good\"}\nrubbish\n");
        assertThatIllegalStateException().isThrownBy(this::open).withMessageContaining("Line 2 of " + file);
    }

    @Test
    void everything_can_be_replaced_and_appending_goes_on() {
        try (var journal = open()) {
            journal.append(new Line("old"));
            journal.replaceWith(List.of(new Line("new")));
            journal.append(new Line("newer"));
        }
        try (var journal = open()) {
            assertThat(journal.found()).containsExactly(new Line("new"), new Line("newer"));
        }
    }
}
