package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.events.dossier.DossierDueSoon;
import io.motcua.events.dossier.DossierOverdue;
import io.motcua.platform.history.Decision;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the clock brings about. Accepted on Monday 2026-06-01 at 09:00 with three working days: due on Thursday at 17:30.
 * The office is reminded 8 opening hours before, an apology is drafted 10 before.
 */
class ClockworkTests {

    private final TestOffice office = new TestOffice();

    @Test
    void every_alarm_rings_at_its_minute_and_not_a_millisecond_early() {
        var dossier = office.processing();
        var at = List.of("2026-06-03T15:30", "2026-06-04T07:30", "2026-06-04T17:30");
        var expected = List.of("apology-drafted", DossierDueSoon.TYPE.name(), DossierOverdue.TYPE.name());
        for (int i = 0; i < at.size(); i++) {
            assertThat(dossier.alarmAt()).isEqualTo(TestOffice.local(at.get(i)));
            assertThat(dossier.alarms().ringing(dossier.alarmAt().minusMillis(1)))
                    .isEmpty();
            office.at(at.get(i));
            var decision = remind(dossier);
            assertThat(types(decision)).containsExactly(expected.get(i));
            assertThat(decision.revises()).as("nobody's reading gets stale").isFalse();
            dossier = decision.next();
            assertThat(remind(dossier).written()).as("once").isFalse();
        }
        assertThat(dossier.alarmAt()).isNull();
    }

    @Test
    void the_drafted_apology_is_for_staff_and_goes_when_it_is_given() {
        var dossier = office.processing();
        office.at("2026-06-03T15:30");
        var drafted = remind(dossier).next();

        assertThat(drafted.apology()).as("nothing is sent").isNull();
        var proposed = drafted.apologyDraft().newDueAt();
        assertThat(proposed).isEqualTo(TestOffice.local("2026-06-08T17:30"));
        var given = office.after(drafted, new Command.Apologise("quá tải", proposed));
        assertThat(given.apologyDraft()).isNull();
        assertThat(given.apology().newDueAt()).isEqualTo(proposed);
        assertThat(given.milestones().dueAt()).isEqualTo(TestOffice.local("2026-06-04T17:30"));
    }

    @Test
    void the_new_appointment_comes_near_in_its_turn() {
        office.at("2026-06-01T09:00");
        var given = office.after(
                office.processing(), new Command.Apologise("quá tải", TestOffice.local("2026-06-10T17:30")));
        office.at("2026-06-04T17:30");
        var overdue = remind(given);
        assertThat(types(overdue)).containsExactly(DossierOverdue.TYPE.name());

        assertThat(overdue.next().alarmAt()).isEqualTo(TestOffice.local("2026-06-10T07:30"));
    }

    @Test
    void after_an_outage_what_is_overdue_is_not_called_due_soon() {
        var dossier = office.processing();
        office.at("2026-06-09T09:00");

        var decision = remind(dossier);

        assertThat(types(decision)).containsExactly(DossierOverdue.TYPE.name());
        assertThat(decision.next().alarmAt()).isNull();
    }

    @Test
    void while_the_applicant_is_waited_for_nothing_rings_but_his_own_time() {
        var waiting = office.after(office.processing(), TestOffice.requestSupplement());
        assertThat(waiting.alarmAt()).isEqualTo(TestOffice.local("2026-06-12T17:30"));
        var owing = office.after(office.processing(), TestOffice.demandPayment());
        assertThat(owing.alarmAt()).isNull();

        office.at("2026-06-02T09:00");
        var paid = office.after(owing, TestOffice.payment(owing, "o1"));

        assertThat(paid.alarmAt()).as("moved by a working day").isEqualTo(TestOffice.local("2026-06-04T15:30"));
    }

    @Test
    void what_was_said_before_a_pause_is_not_said_again() {
        var dossier = office.processing();
        office.at("2026-06-04T07:30");
        var reminded = remind(dossier).next();
        var paused = office.after(reminded, TestOffice.demandPayment());
        office.at("2026-06-05T07:30");

        var resumed = office.after(paused, TestOffice.payment(paused, "o1"));

        assertThat(resumed.alarmAt()).isEqualTo(resumed.milestones().dueAt());
    }

    @Test
    void papers_that_do_not_come_in_time_end_it_before_acceptance_by_refusal_and_afterwards_by_a_stop() {
        var atIntake = office.after(office.submitted(), TestOffice.requestSupplement());
        var inProcess = office.after(office.processing(), TestOffice.requestSupplement());
        office.at("2026-06-12T17:30");

        assertThat(expire(atIntake).status()).isEqualTo(Status.REFUSED);
        assertThat(expire(atIntake).slips()).extracting(Slip::form).contains(SlipForm.REFUSAL);
        assertThat(expire(inProcess).status()).isEqualTo(Status.STOPPED);
        assertThat(expire(inProcess).endReason()).contains("17:30 12/06/2026");
        assertThat(expire(inProcess).alarmAt()).isNull();
    }

    @Test
    void a_supplement_cannot_be_due_in_the_past() {
        var processing = office.processing();
        office.at("2026-06-12T17:30");

        assertThatThrownBy(() -> office.after(processing, TestOffice.requestSupplement()))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(DossierProblem.DEADLINE_TOO_EARLY));
    }

    @Test
    void a_short_limit_is_not_due_soon_from_its_first_minute() {
        assertThat(Leads.within(Duration.ofHours(16), Duration.ofHours(8))).isEqualTo(Duration.ofHours(4));
        assertThat(Leads.within(Duration.ofHours(16), Duration.ofHours(40))).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void backwards_through_nights_and_weekends() {
        var calendar = WorkingCalendar.usual();
        var monday = TestOffice.local("2026-06-08T09:30");

        assertThat(calendar.before(monday, Duration.ofHours(1))).isEqualTo(TestOffice.local("2026-06-08T08:30"));
        assertThat(calendar.before(monday, Duration.ofHours(2)))
                .as("the opening, not the closing on Friday")
                .isEqualTo(TestOffice.local("2026-06-08T07:30"));
        assertThat(calendar.before(monday, Duration.ofMinutes(121))).isEqualTo(TestOffice.local("2026-06-05T17:29"));
        assertThat(calendar.before(monday, Duration.ZERO)).isEqualTo(monday);
    }

    private Decision<Dossier> remind(Dossier dossier) {
        return Decisions.decide(dossier, new Command.Remind(), Set.of(Role.SYSTEM), office);
    }

    private Dossier expire(Dossier dossier) {
        return Decisions.decide(dossier, new Command.ExpireSupplement(), Set.of(Role.SYSTEM), office)
                .next();
    }

    private static List<String> types(Decision<Dossier> decision) {
        return decision.facts().stream().map(it -> it.type().name()).toList();
    }
}
