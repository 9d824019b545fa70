package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table against every state, command and role there is, and against the national life cycle. */
class TransitionsTests {

    private final TestOffice office = new TestOffice();

    static Stream<Class<? extends Command>> commands() {
        return Arrays.stream(Command.class.getPermittedSubclasses()).map(it -> it.asSubclass(Command.class));
    }

    static Stream<Arguments> triples() {
        return Arrays.stream(Status.values())
                .flatMap(status -> commands()
                        .flatMap(command ->
                                Arrays.stream(Role.values()).map(role -> Arguments.of(status, command, role))));
    }

    @ParameterizedTest(name = "{1} in {0} by {2}")
    @MethodSource("triples")
    void every_state_command_and_role(Status status, Class<? extends Command> type, Role role) {
        var dossier = office.in(status);
        var command = sample(type, dossier);
        var rules = Transitions.RULES.stream()
                .filter(it -> it.from() == status && it.command() == type)
                .toList();
        var allowed = rules.stream().filter(it -> it.by().contains(role)).toList();

        if (allowed.isEmpty()) {
            var refused =
                    catchThrowableOfType(Problem.class, () -> Decisions.decide(dossier, command, Set.of(role), office));
            var ever = Transitions.RULES.stream()
                    .anyMatch(it -> it.command() == type && it.by().contains(role));
            assertThat(refused.kind())
                    .isEqualTo(rules.isEmpty() && ever ? DossierProblem.TRANSITION_REFUSED : PlatformProblem.FORBIDDEN);
            assertThat(Transitions.available(dossier, Set.of(role))).doesNotContain(type);
        } else {
            var decision = Decisions.decide(dossier, command, Set.of(role), office);
            assertThat(allowed).extracting(Rule::to).contains(decision.next().status());
            assertThat(decision.next().id()).isEqualTo(dossier.id());
            if (decision.next().status() != status) {
                assertThat(decision.revises()).isTrue();
            }
        }
    }

    @Test
    void the_changes_of_state_are_the_national_ones() {
        var changes = Transitions.RULES.stream()
                .filter(it -> it.from() != it.to())
                .map(it -> it.from().code() + ">" + it.to().code())
                .collect(Collectors.toSet());

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "0>1", "1>2", "1>3", "1>5", "4>5", "5>1", "5>4", "5>3", "5>8", "2>4", "4>6", "6>4", "4>9",
                        "4>8", "1>7", "2>7", "4>7", "5>7", "6>7", "7>8", "7>1", "7>2", "7>4", "7>5", "7>6", "9>10");
    }

    /** Who may do it, line by line as the national life cycle has it. */
    @Test
    void the_actors_are_the_national_ones() {
        var actors = Transitions.RULES.stream()
                .filter(it -> it.from() != it.to())
                .collect(Collectors.toMap(
                        it -> it.from().code() + ">" + it.to().code(),
                        it -> Set.copyOf(it.by()),
                        (one, other) ->
                                Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet())));
        var citizen = Set.of(Role.APPLICANT);
        var oneStop = Set.of(Role.RECEPTIONIST);
        var officer = Set.of(Role.RECEPTIONIST, Role.LEADER);

        assertThat(actors)
                .containsEntry("0>1", citizen)
                .containsEntry("1>2", oneStop)
                .containsEntry("1>3", oneStop)
                .containsEntry("1>5", oneStop)
                .containsEntry("4>5", Set.of(Role.SPECIALIST, Role.RECEPTIONIST))
                .containsEntry("5>1", citizen)
                .containsEntry("5>4", citizen)
                .containsEntry("5>3", Set.of(Role.SYSTEM))
                .containsEntry("5>8", Set.of(Role.SYSTEM))
                .containsEntry("2>4", officer)
                .containsEntry("4>6", Set.of(Role.SPECIALIST))
                .containsEntry("6>4", Set.of(Role.SYSTEM))
                .containsEntry("4>9", Set.of(Role.LEADER))
                .containsEntry("4>8", Set.of(Role.LEADER))
                .containsEntry("7>8", officer)
                .containsEntry("9>10", Set.of(Role.RECEPTIONIST, Role.APPLICANT));
        for (var from : List.of(1, 2, 4, 5, 6)) {
            assertThat(actors).containsEntry(from + ">7", citizen).containsEntry("7>" + from, officer);
        }
    }

    @Test
    void citizens_are_told_whose_turn_it_is() {
        assertThat(Arrays.stream(Status.values()).map(it -> it.forPublic().code()))
                .containsExactly(
                        "draft",
                        "submitted",
                        "in-process",
                        "closed",
                        "in-process",
                        "waiting-for-applicant",
                        "waiting-for-applicant",
                        "in-process",
                        "closed",
                        "result-ready",
                        "returned");
    }

    @Test
    void every_status_can_be_reached() {
        var reached = EnumSet.of(Status.DRAFT);
        while (Transitions.RULES.stream()
                .filter(it -> reached.contains(it.from()))
                .map(Rule::to)
                .collect(Collectors.reducing(false, reached::add, (one, other) -> one || other))) {
            assertThat(reached).isNotEmpty();
        }
        assertThat(reached).containsExactlyInAnyOrder(Status.values());
        for (var status : Status.values()) {
            assertThat(office.in(status).status()).isEqualTo(status);
        }
    }

    @Test
    void from_the_ends_nothing_leads_on() {
        for (var end : List.of(Status.REFUSED, Status.STOPPED, Status.RETURNED)) {
            assertThat(Transitions.RULES)
                    .filteredOn(it -> it.from() == end)
                    .extracting(Rule::to)
                    .containsOnly(end);
        }
        assertThat(Transitions.RULES)
                .filteredOn(it -> it.from() == Status.DONE && it.to() != Status.DONE)
                .extracting(Rule::to)
                .containsOnly(Status.RETURNED);
    }

    @Test
    void no_foreign_fact_is_refused_in_any_state() {
        for (var fact : List.of(Command.NotePayment.class, Command.NoteFailedPayment.class)) {
            assertThat(Transitions.RULES)
                    .filteredOn(it -> it.command() == fact)
                    .allSatisfy(it -> assertThat(it.by()).containsExactly(Role.SYSTEM))
                    .extracting(Rule::from)
                    .contains(Status.values());
        }
        assertThat(Transitions.RULES)
                .filteredOn(Rule::noted)
                .allSatisfy(it -> assertThat(it.to()).isEqualTo(it.from()));
    }

    @Test
    void a_command_decides_everywhere_or_nowhere() {
        assertThat(commands())
                .allSatisfy(command -> assertThat(Transitions.RULES)
                        .filteredOn(it -> it.command() == command)
                        .isNotEmpty()
                        .extracting(Rule::decides)
                        .containsOnly(Transitions.decides(command)));
    }

    @Test
    void several_steps_of_one_command_exclude_each_other() {
        assertThat(Transitions.RULES)
                .filteredOn(it -> it.when() == Rule.When.ALWAYS)
                .allSatisfy(rule -> assertThat(Transitions.RULES)
                        .filteredOn(it -> it.from() == rule.from() && it.command() == rule.command())
                        .hasSize(1));
    }

    @Test
    void staff_only_decide_and_only_the_applicant_files_withdraws_and_rates() {
        assertThat(Transitions.decides(Command.Accept.class)).isTrue();
        assertThat(Transitions.decides(Command.Approve.class)).isTrue();
        assertThat(Transitions.decides(Command.Submit.class)).isFalse();
        for (var command : List.of(Command.Submit.class, Command.AskWithdrawal.class, Command.Rate.class)) {
            assertThat(Transitions.RULES)
                    .filteredOn(it -> it.command() == command)
                    .allSatisfy(it -> assertThat(it.by()).containsExactly(Role.APPLICANT));
        }
    }

    private static Command sample(Class<? extends Command> type, Dossier dossier) {
        return Stream.<Command>of(
                        new Command.Amend(dossier.applicant(), "{\"a\":1}"),
                        TestOffice.attach("CT02"),
                        new Command.Submit(),
                        new Command.Accept(),
                        new Command.Refuse("lý do"),
                        TestOffice.requestSupplement(),
                        new Command.BringSupplement("đã bổ sung"),
                        TestOffice.assign(),
                        TestOffice.demandPayment(),
                        TestOffice.putResult(),
                        new Command.Approve("12/QĐ", null),
                        new Command.Stop("lý do"),
                        new Command.AskWithdrawal("đổi ý"),
                        new Command.RefuseWithdrawal("lý do"),
                        new Command.Apologise("quá tải", TestOffice.local("2026-07-01T17:30")),
                        new Command.Return(ReturnChannel.ONLINE),
                        new Command.Rate(5, null),
                        new Command.Remind(),
                        new Command.ExpireSupplement(),
                        new Command.Erase(),
                        new Command.EraseDraft(),
                        new Command.FileSlip("slip", "entry", new Slip.File("content", 5, "00", "01")),
                        new Command.Quarantine("paper", "CT01", "00", "Eicar"),
                        TestOffice.payment(dossier, "order-1"),
                        new Command.NoteFailedPayment("order-1", "demand", "24", 1))
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
