package io.motcua.dossier.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The committed page is what is said of each worked example; {@code -Dexplanations.write=true} writes it anew. */
class ExplanationTests {

    private static final Path COMMITTED = Path.of("docs/deadlines.md");

    @Test
    void every_example_is_explained_as_committed() throws IOException {
        var written = document();
        if (Boolean.getBoolean("explanations.write")) {
            Files.writeString(COMMITTED, written);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(written);
    }

    @Test
    void a_clock_that_is_stopped_says_why() {
        var wording = new Wording(Locale.ENGLISH, WorkingCalendar.VIETNAM);
        var since = Examples.at("2026-06-02T09:00");
        assertThat(wording.waiting(new Pause(Pause.Cause.SUPPLEMENT, since)))
                .isEqualTo("Waiting for papers since 09:00 Tuesday 02/06/2026: this time is not counted.");
        assertThat(wording.waiting(new Pause(Pause.Cause.PAYMENT, since))).startsWith("Waiting for a payment");
        assertThat(wording.askedAgain(2)).isEqualTo("Papers were asked for 2 times: the dossier counts as late.");
        assertThat(wording.apologised(since)).contains("put off to 09:00 Tuesday 02/06/2026");
    }

    private static String document() {
        var page = new StringBuilder("""
                # Worked deadlines

                What `GET …/deadline` says of each example, written by `ExplanationTests`; do not edit. The examples are in
                `src/test/resources/deadlines/examples.csv`, the days off in `calendar.csv` beside it: the official ones of 2021
                to 2026; from 2027 on Tết as it falls, with the usual choice of days.
                """);
        for (var example : Examples.all()) {
            page.append("\n## ").append(example).append("\n\n");
            say(page, example, Locale.of("vi"));
            page.append("\n");
            say(page, example, Locale.ENGLISH);
        }
        return page.toString();
    }

    private static void say(StringBuilder page, Examples.Example example, Locale locale) {
        page.append("```\n");
        new Wording(locale, WorkingCalendar.VIETNAM)
                .of(example.reckoned())
                .forEach(it -> page.append(it).append("\n"));
        page.append("```\n");
    }
}
