package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.Pause;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What decisions make of a dossier, beyond the table. */
class DecisionsTests {

    private final TestOffice office = new TestOffice();

    @Test
    void a_draft_without_its_required_papers_stays_a_draft() {
        refused(DossierProblem.COMPONENTS_MISSING, () -> office.after(office.draft(), new Command.Submit()));
        refused(
                DossierProblem.COMPONENTS_MISSING,
                () -> office.after(office.draft(), TestOffice.attach("CT02"), new Command.Submit()));
    }

    @Test
    void an_applicant_without_name_or_number_cannot_submit() {
        var nameless = new Applicant("p1", null, null, null, "lan@example.vn", null, null, null, null);
        var draft = office.after(office.draft(), TestOffice.attach("CT01"), new Command.Amend(nameless, "{}"));

        refused(DossierProblem.APPLICANT_INCOMPLETE, () -> office.after(draft, new Command.Submit()));
    }

    @Test
    void an_unknown_paper_and_one_too_many_are_refused() {
        refused(DossierProblem.COMPONENT_UNKNOWN, () -> office.after(office.draft(), TestOffice.attach("CT09")));
        var full = office.after(
                office.draft(),
                IntStream.range(0, Intake.MOST_ATTACHMENTS)
                        .mapToObj(_ -> TestOffice.attach("CT02"))
                        .toArray(Command[]::new));
        refused(DossierProblem.TOO_MANY_ATTACHMENTS, () -> office.after(full, TestOffice.attach("CT02")));
    }

    @Test
    void submission_gives_a_code_and_asks_for_the_fee() {
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));

        var decision = decide(office.in(Status.DRAFT), new Command.Submit());

        assertThat(decision.next().code()).isEqualTo("000.00.15.H37-260601-0001");
        assertThat(types(decision)).containsExactly(DossierSubmitted.TYPE.name(), PaymentDemanded.TYPE.name());
        var demanded = (PaymentDemanded) decision.facts().getLast().data();
        assertThat(demanded.amount().amount()).isEqualTo(10_000);
        assertThat(demanded.blocksAcceptance()).isTrue();
        assertThat(demanded.dossier().code()).isEqualTo("000.00.15.H37-260601-0001");
        assertThat(demanded.demand())
                .isEqualTo(decision.next().demands().getFirst().id());
    }

    @Test
    void an_unpaid_fee_blocks_acceptance_until_it_is_paid() {
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));
        var submitted = office.submitted();
        refused(DossierProblem.FEE_UNPAID, () -> office.after(submitted, new Command.Accept()));

        var paid = note(submitted, TestOffice.payment(submitted, "o1"));

        assertThat(paid.revises()).as("an officer's reading stays fresh").isFalse();
        assertThat(office.after(paid.next(), new Command.Accept()).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void acceptance_sets_the_appointment() {
        var accepted = office.after(office.submitted(), new Command.Accept());

        assertThat(accepted.milestones().dueAt()).isEqualTo(TestOffice.local("2026-06-04T17:30"));
    }

    @Test
    void while_the_applicant_is_waited_for_the_clock_stands_still() {
        var processing = office.processing();
        office.at("2026-06-02T09:00");
        var waiting = office.after(processing, TestOffice.requestSupplement());
        office.at("2026-06-03T09:00");

        var back = office.after(waiting, new Command.BringSupplement(null));

        assertThat(back.status()).isEqualTo(Status.PROCESSING);
        assertThat(back.milestones().dueAt()).isEqualTo(TestOffice.local("2026-06-05T17:30"));
        assertThat(back.milestones().pause()).isNull();
        assertThat(back.supplement()).isNull();
    }

    @Test
    void a_second_call_for_papers_counts_as_late_and_waits_as_the_first() {
        var once = office.after(office.processing(), TestOffice.requestSupplement(), new Command.BringSupplement(null));
        var twice = office.after(once, TestOffice.requestSupplement(), new Command.BringSupplement(null));

        var soon = TestOffice.local("2026-06-02T09:00");
        assertThat(once.onTime(soon)).isTrue();
        assertThat(twice.onTime(soon)).isFalse();
        assertThat(twice.reckoning().extensions())
                .extracting(it -> it.pause().cause())
                .containsExactly(Pause.Cause.SUPPLEMENT, Pause.Cause.SUPPLEMENT);
    }

    @Test
    void an_apology_names_a_new_day_and_late_stays_late() {
        office.at("2026-06-01T09:00");
        var processing = office.processing();
        var newDay = TestOffice.local("2026-06-10T17:30");
        var apologised = office.after(processing, new Command.Apologise("quá tải", newDay));

        assertThat(apologised.appointment()).isEqualTo(newDay);
        assertThat(apologised.milestones().dueAt()).isEqualTo(TestOffice.local("2026-06-04T17:30"));
        assertThat(apologised.onTime(TestOffice.local("2026-06-08T09:00"))).isFalse();
    }

    @Test
    void a_supplement_before_acceptance_leads_back_to_intake_and_no_clock_runs() {
        var back = office.after(office.submitted(), TestOffice.requestSupplement(), new Command.BringSupplement("đủ"));

        assertThat(back.status()).isEqualTo(Status.SUBMITTED);
        assertThat(back.milestones().dueAt()).isNull();
    }

    @Test
    void a_payment_due_is_over_when_it_is_paid() {
        var due = office.in(Status.PAYMENT_DUE);
        office.at("2026-06-01T10:00");

        var paid = note(due, TestOffice.payment(due, "o1"));

        assertThat(paid.next().status()).isEqualTo(Status.PROCESSING);
        assertThat(paid.next().milestones().dueAt()).isEqualTo(TestOffice.local("2026-06-05T08:30"));
        assertThat(paid.revises()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "ACCEPTED", "PROCESSING", "SUPPLEMENT_DUE", "PAYMENT_DUE"})
    void a_withdrawal_that_is_refused_leads_back_whence_it_came(Status from) {
        var back = office.after(
                office.in(from), new Command.AskWithdrawal("đổi ý"), new Command.RefuseWithdrawal("đã cấp số"));

        assertThat(back.status()).isEqualTo(from);
        assertThat(back.interrupted()).isEqualTo(office.in(from).interrupted());
    }

    @Test
    void what_is_paid_while_a_withdrawal_is_considered_need_not_be_paid_again() {
        var asked = office.after(office.in(Status.PAYMENT_DUE), new Command.AskWithdrawal(null));
        var paid = note(asked, TestOffice.payment(asked, "o1")).next();

        assertThat(paid.status()).isEqualTo(Status.WITHDRAWAL_ASKED);
        assertThat(office.after(paid, new Command.RefuseWithdrawal("x")).status())
                .isEqualTo(Status.PROCESSING);
    }

    @Test
    void a_supplement_a_withdrawal_and_back_again_all_the_way() {
        var back = office.after(
                office.in(Status.SUPPLEMENT_DUE),
                new Command.AskWithdrawal(null),
                new Command.RefuseWithdrawal("x"),
                new Command.BringSupplement(null));

        assertThat(back.status()).isEqualTo(Status.PROCESSING);
        assertThat(back.interrupted()).isEmpty();
    }

    @Test
    void late_money_for_what_has_ended_is_due_back() {
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));
        var submitted = office.submitted();
        var withdrawn = office.after(submitted, new Command.AskWithdrawal(null), new Command.Stop("theo đơn"));
        var refused = office.after(submitted, new Command.Refuse("trùng"));

        assertThat(refund(note(withdrawn, TestOffice.payment(submitted, "o1")))).isEqualTo("o1 WITHDRAWN");
        assertThat(refund(note(refused, TestOffice.payment(submitted, "o1")))).isEqualTo("o1 REFUSED");
        office.terms = TestOffice.terms(List.of());
        var stopped = office.in(Status.STOPPED);
        assertThat(refund(note(stopped, TestOffice.payment(stopped, "o1")))).isEqualTo("o1 STOPPED");
    }

    @Test
    void money_paid_twice_is_due_back_and_the_same_order_told_twice_is_not() {
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));
        var submitted = office.submitted();
        var paid = note(submitted, TestOffice.payment(submitted, "o1")).next();

        assertThat(refund(note(paid, TestOffice.payment(paid, "o2")))).isEqualTo("o2 DUPLICATE");
        var again = note(paid, TestOffice.payment(paid, "o1"));
        assertThat(again.facts()).hasSize(1).noneMatch(it -> it.data() instanceof RefundDue);
        assertThat(again.next()).isEqualTo(paid);
    }

    @Test
    void money_for_nothing_is_due_back() {
        var returned = office.in(Status.RETURNED);

        assertThat(refund(note(returned, TestOffice.payment(returned, "o1")))).isEqualTo("o1 DUPLICATE");
    }

    @Test
    void a_fee_is_due_back_if_the_dossier_is_refused_or_withdrawn_before_work() {
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));
        var submitted = office.submitted();
        var paid = note(submitted, TestOffice.payment(submitted, "o1")).next();

        assertThat(refund(decide(paid, new Command.Refuse("trùng")))).isEqualTo("o1 REFUSED");
        var asked = office.after(paid, new Command.AskWithdrawal(null));
        assertThat(refund(decide(asked, new Command.Stop("theo đơn")))).isEqualTo("o1 WITHDRAWN");
    }

    @Test
    void a_fee_for_work_begun_is_kept() {
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));
        var submitted = office.submitted();
        var paid = note(submitted, TestOffice.payment(submitted, "o1")).next();
        office.at("2026-06-03T09:00");
        var asked = office.after(paid, new Command.Accept(), new Command.AskWithdrawal(null));

        assertThat(decide(asked, new Command.Stop("theo đơn")).facts()).noneMatch(it -> it.data() instanceof RefundDue);
    }

    @Test
    void nothing_is_signed_without_a_result() {
        var processing = office.after(office.submitted(), new Command.Accept(), TestOffice.assign());

        refused(DossierProblem.RESULT_MISSING, () -> office.after(processing, new Command.Approve("12/QĐ", null)));
    }

    @Test
    void where_results_are_signed_none_is_issued_unsigned() {
        var processing = office.processing();
        office.signs = true;
        refused(PlatformProblem.STALE, () -> office.after(processing, new Command.Approve("12/QĐ", null)));

        var signature = new ResultSignature("PAdES-B-B", TestOffice.local("2026-06-01T09:00"), "cc", "mark");
        var document = Objects.requireNonNull(processing.result()).signed("r1-signed", 9, "11", signature);
        var approved = decide(processing, new Command.Approve("12/QĐ", document));

        assertThat(approved.next().result()).isEqualTo(document.decidedAs("12/QĐ"));
        assertThat(approved.facts().stream().map(it -> it.type().name()))
                .containsExactly(DossierApproved.TYPE.name(), "result-signed");
    }

    @Test
    void an_apology_moves_the_appointment_but_late_stays_late() {
        var late = office.processing();
        office.at("2026-06-04T09:00");
        refused(
                DossierProblem.APPOINTMENT_TOO_EARLY,
                () -> office.after(late, new Command.Apologise("quá tải", TestOffice.local("2026-06-04T10:00"))));
        var apologised = office.after(late, new Command.Apologise("quá tải", TestOffice.local("2026-06-08T17:30")));
        refused(
                DossierProblem.APOLOGY_REPEATED,
                () -> office.after(apologised, new Command.Apologise("quá tải", TestOffice.local("2026-06-10T17:30"))));
        office.at("2026-06-08T09:00");

        var approved = decide(apologised, new Command.Approve("12/QĐ", null));

        assertThat(apologised.appointment()).isEqualTo(TestOffice.local("2026-06-08T17:30"));
        assertThat(((DossierApproved) approved.facts().getFirst().data()).onTime())
                .isFalse();
    }

    @Test
    void only_the_counter_hands_out_paper() {
        var done = office.in(Status.DONE);
        var byPost = new Command.Return(ReturnChannel.POST);

        refused(PlatformProblem.FORBIDDEN, () -> Decisions.decide(done, byPost, Set.of(Role.APPLICANT), office));
        assertThat(Decisions.decide(done, byPost, Set.of(Role.RECEPTIONIST), office)
                        .next()
                        .status())
                .isEqualTo(Status.RETURNED);
    }

    @Test
    void one_rates_once() {
        var rated = office.after(office.in(Status.RETURNED), new Command.Rate(4, "tốt"));

        refused(DossierProblem.RATED_ALREADY, () -> office.after(rated, new Command.Rate(1, null)));
    }

    @Test
    void work_goes_to_known_units_only() {
        refused(
                DossierProblem.UNIT_UNKNOWN,
                () -> office.after(office.in(Status.ACCEPTED), new Command.Assign("000.00.15.H99", null)));
    }

    private Decision<Dossier> decide(Dossier dossier, Command command) {
        return Decisions.decide(dossier, command, TestOffice.ALL, office);
    }

    private Decision<Dossier> note(Dossier dossier, Command.NotePayment payment) {
        return Decisions.decide(dossier, payment, Set.of(Role.SYSTEM), office);
    }

    private static List<String> types(Decision<Dossier> decision) {
        return decision.facts().stream().map(it -> it.type().name()).toList();
    }

    private static String refund(Decision<Dossier> decision) {
        return decision.facts().stream()
                .map(Fact::data)
                .filter(RefundDue.class::isInstance)
                .map(RefundDue.class::cast)
                .map(it -> it.order() + " " + it.reason())
                .findFirst()
                .orElse("nothing is due back");
    }

    private static void refused(ProblemKind kind, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}
