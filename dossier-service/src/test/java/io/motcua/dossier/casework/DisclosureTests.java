package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureTests {

    private static final String UNIT = "000.00.15.H37";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T03:00:00Z"), ZoneOffset.UTC);

    private final TestOffice office = new TestOffice();
    private final List<Reading> kept = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "RECEPTIONIST, SUBMITTED, FULL, INTAKE",
        "RECEPTIONIST, SUPPLEMENT_DUE, FULL, INTAKE",
        "RECEPTIONIST, ACCEPTED, FULL, INTAKE",
        "RECEPTIONIST, WITHDRAWAL_ASKED, FULL, PROCESSING",
        "RECEPTIONIST, DONE, FULL, RETURNING",
        "RECEPTIONIST, PROCESSING, MASKED, OVERVIEW",
        "RECEPTIONIST, PAYMENT_DUE, MASKED, OVERVIEW",
        "RECEPTIONIST, REFUSED, MASKED, OVERVIEW",
        "RECEPTIONIST, RETURNED, MASKED, OVERVIEW",
        "SPECIALIST, SUBMITTED, MASKED, OVERVIEW",
        "SPECIALIST, RETURNED, MASKED, OVERVIEW",
        "LEADER, PROCESSING, FULL, SIGNING",
        "LEADER, WITHDRAWAL_ASKED, FULL, SIGNING",
        "LEADER, SUBMITTED, MASKED, OVERVIEW",
        "LEADER, RETURNED, MASKED, OVERVIEW",
        "AUDITOR, PROCESSING, MASKED, INSPECTION",
        "AGENCY_ADMIN, PROCESSING, MASKED, OVERVIEW",
    })
    void staff_see_what_their_task_needs(Role role, Status status, Insight insight, Purpose purpose) {
        var row = Disclosure.of(office.in(status), staff("s1", role), null, null);

        assertThat(row.insight()).isEqualTo(insight);
        assertThat(row.purpose()).isEqualTo(purpose);
    }

    @Test
    void a_specialist_sees_the_dossiers_of_his_own_and_of_his_unit() {
        var dossier = office.in(Status.PROCESSING);
        assertThat(dossier.assignment())
                .isEqualTo(new Assignment(UNIT, "officer", dossier.assignment().assignedAt()));

        assertThat(insight(dossier, "officer", null)).isEqualTo(Insight.FULL);
        assertThat(insight(dossier, "colleague", UNIT)).isEqualTo(Insight.FULL);
        assertThat(insight(dossier, "another", "000.00.16.H37")).isEqualTo(Insight.MASKED);
        // The catalogue knows no unit of his, and the dossier has an officer.
        assertThat(insight(dossier, "another", null)).isEqualTo(Insight.MASKED);
        var nobodys = office.after(dossier, new Command.Assign(UNIT, null));
        assertThat(insight(nobodys, "another", null)).isEqualTo(Insight.FULL);
        assertThat(insight(nobodys, "another", "000.00.16.H37")).isEqualTo(Insight.MASKED);
    }

    @Test
    void a_stated_purpose_opens_to_leader_and_auditor_and_to_nobody_else() {
        for (var status : Status.values()) {
            var dossier = office.in(status);
            for (var role : Role.OF_STAFF) {
                for (var purpose : Purpose.values()) {
                    var without = Disclosure.of(dossier, staff("s1", role), null, null)
                            .insight();
                    var with = Disclosure.of(dossier, staff("s1", role), null, purpose)
                            .insight();
                    var opens = Set.of(Role.LEADER, Role.AUDITOR).contains(role)
                            && Set.of(Purpose.COMPLAINT, Purpose.INSPECTION).contains(purpose);
                    assertThat(with)
                            .as("%s in %s for %s", role, status, purpose)
                            .isEqualTo(opens ? Insight.FULL : without);
                }
            }
        }
    }

    @Test
    void who_holds_several_roles_sees_by_the_one_that_has_a_task() {
        var both = new Party("s1", Set.of(Role.AUDITOR, Role.RECEPTIONIST), 2);

        assertThat(Disclosure.of(office.submitted(), both, null, null).insight())
                .isEqualTo(Insight.FULL);
    }

    @Test
    void what_is_read_is_kept_with_who_what_for_and_when() {
        var room = room(Optional.of(Purpose.COMPLAINT));

        assertThat(room.opened(office.submitted(), staff("s1", Role.AUDITOR), Reading.What.ATTACHMENT))
                .isEqualTo(Insight.FULL);

        assertThat(kept).singleElement().satisfies(it -> {
            assertThat(it.dossier()).isEqualTo("d1");
            assertThat(it.person()).isEqualTo("p1");
            assertThat(it.reader()).isEqualTo("s1");
            assertThat(it.role()).isEqualTo(Role.AUDITOR);
            assertThat(it.unit()).isEqualTo(UNIT);
            assertThat(it.purpose()).isEqualTo(Purpose.COMPLAINT);
            assertThat(it.what()).isEqualTo(Reading.What.ATTACHMENT);
            assertThat(it.at()).isEqualTo(CLOCK.instant());
        });
    }

    @Test
    void one_s_own_dossier_is_read_unseen_by_officers_too() {
        var room = room(Optional.empty());

        assertThat(room.opened(office.submitted(), new Party("p1", Set.of(), 2), Reading.What.DOSSIER))
                .isEqualTo(Insight.FULL);
        assertThat(room.opened(office.submitted(), staff("p1", Role.SPECIALIST), Reading.What.DOSSIER))
                .isEqualTo(Insight.FULL);
        assertThat(kept).isEmpty();
    }

    @Test
    void nothing_is_shown_if_the_reading_cannot_be_kept() {
        var room = new ReadingRoom(
                new Kept() {
                    @Override
                    public void keep(List<Reading> more) {
                        throw new IllegalStateException("the store is away");
                    }
                },
                (_, _) -> Optional.empty(),
                Optional::empty,
                CLOCK);

        assertThatThrownBy(() -> room.opened(office.submitted(), staff("s1", Role.RECEPTIONIST), Reading.What.DOSSIER))
                .hasMessage("the store is away");
    }

    private ReadingRoom room(Optional<Purpose> stated) {
        return new ReadingRoom(new Kept(), (_, _) -> Optional.of(UNIT), () -> stated, CLOCK);
    }

    private static Insight insight(Dossier dossier, String person, @Nullable String unit) {
        return Disclosure.of(dossier, staff(person, Role.SPECIALIST), unit, null)
                .insight();
    }

    private static Party staff(String person, Role role) {
        return new Party(person, Set.of(role), 2);
    }

    private class Kept implements Readings {

        @Override
        public void keep(List<Reading> more) {
            kept.addAll(more);
        }

        @Override
        public List<Reading> ofDossier(String agency, String dossier, @Nullable Place after, int limit) {
            return kept;
        }

        @Override
        public List<Reading> ofPerson(String person, @Nullable Place after, int limit) {
            return kept;
        }
    }
}
