package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.dossier.DraftExpiring;
import io.motcua.platform.history.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A draft that nobody touches is told of, and erased: never early, and not while somebody goes on with it. */
class DraftLapseTests {

    private final TestOffice office = new TestOffice();

    @Test
    void its_applicant_is_told_after_sixty_days_and_it_is_erased_after_ninety() {
        var draft = office.after(office.draft(), TestOffice.attach("CT01"));
        var begun = office.now();
        assertThat(draft.alarmAt()).isEqualTo(begun.plus(Duration.ofDays(60)));
        assertThat(draft.alarms().ringing(begun.plus(Duration.ofDays(60)).minusMillis(1)))
                .isEmpty();

        office.at("2026-07-31T09:00");
        var told = remind(draft);
        assertThat(told.facts())
                .singleElement()
                .satisfies(it -> assertThat(it.type().name()).isEqualTo(DraftExpiring.TYPE.name()));
        assertThat(told.next().alarmAt()).isEqualTo(begun.plus(Duration.ofDays(90)));
        assertThat(told.next().alarms().ringing(begun.plus(Duration.ofDays(89))))
                .isEmpty();

        office.at("2026-08-30T08:59");
        assertThat(erase(told.next()).written()).isFalse();
        office.at("2026-08-30T09:00");
        var erased = erase(told.next()).next();
        assertThat(erased.applicant()).isEqualTo(Applicant.ERASED);
        assertThat(erased.form()).isEqualTo("{}");
        assertThat(erased.attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEmpty());
        assertThat(erased.alarmAt()).as("its papers are still to go").isNotNull();

        var gone = erase(erased).next();
        assertThat(gone.attachments()).isEmpty();
        assertThat(gone.alarmAt()).isNull();
    }

    @Test
    void whoever_goes_on_with_it_keeps_it() {
        var draft = office.draft();
        office.at("2026-07-31T09:00");
        var told = remind(draft).next();
        office.at("2026-08-15T09:00");
        var amended = office.after(told, new Command.Amend(told.applicant(), "{\"a\":1}"));
        assertThat(lapse(amended)).isEqualTo(Lapse.since(office.now(), TestOffice.KEEPING));
        assertThat(amended.alarmAt()).isEqualTo(office.now().plus(Duration.ofDays(60)));
        assertThat(office.submitted().lapse()).isNull();
        assertThat(office.submitted().alarmAt()).isNull();
    }

    @Test
    void who_is_told_late_has_no_less_time() {
        var draft = office.draft();
        office.at("2026-12-24T09:00");
        var told = remind(draft).next();
        assertThat(lapse(told).eraseAt()).isEqualTo(Instant.from(office.now()).plus(Duration.ofDays(30)));
    }

    private Decision<Dossier> remind(Dossier draft) {
        return Decisions.decide(draft, new Command.Remind(), Set.of(Role.SYSTEM), office);
    }

    private Decision<Dossier> erase(Dossier draft) {
        return Decisions.decide(draft, new Command.EraseDraft(), Set.of(Role.SYSTEM), office);
    }

    private static Lapse lapse(Dossier dossier) {
        return Objects.requireNonNull(dossier.lapse());
    }
}
