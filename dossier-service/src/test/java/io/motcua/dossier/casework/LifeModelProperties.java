package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.Money;
import io.motcua.events.dossier.RefundDue;
import io.motcua.platform.problems.Problem;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Random lives of dossiers against a model that knows states and money and nothing else. Commands come legal and illegal;
 * payments come late, several times and in any order. The model is written down from the national life cycle, not from the
 * table of transitions.
 */
class LifeModelProperties {

    /** What may be tried; a payment is of any demand there ever was. */
    enum Try {
        SUBMIT,
        ACCEPT,
        REFUSE,
        ASK_PAPERS,
        BRING_PAPERS,
        ASSIGN,
        DEMAND,
        PUT_RESULT,
        APPROVE,
        STOP,
        ASK_WITHDRAWAL,
        REFUSE_WITHDRAWAL,
        APOLOGISE,
        GIVE_BACK,
        RATE,
        EXPIRE,
        REMIND,
        PAY_FIRST,
        PAY_LAST,
        PAY_LAST_BY_ANOTHER_ORDER,
        FAIL_TO_PAY
    }

    @Property(tries = 2_000)
    void a_dossier_is_where_the_model_says_and_its_history_has_each_step_once(@ForAll("lives") List<Try> life) {
        var office = new TestOffice();
        office.terms = TestOffice.terms(List.of(TestOffice.fee()));
        var world = new World(office);
        for (var attempt : life) {
            world.attempt(attempt);
        }
    }

    /** Money that has come is noted the same, whatever came before it. */
    @Property(tries = 500)
    void payments_in_any_order_and_number_end_in_the_same_state(@ForAll("deliveries") List<Integer> deliveries) {
        var office = new TestOffice();
        var dossier = office.processing();
        for (int i = 0; i < 3; i++) {
            dossier = withDemand(dossier, i);
        }
        dossier = dossier.change().interruptedBy(Status.PAYMENT_DUE).done();
        var paid = new HashSet<Integer>();
        for (int demand : deliveries) {
            var before = dossier;
            dossier = Decisions.decide(
                            dossier,
                            new Command.NotePayment("o" + demand, "d" + demand, office.now()),
                            Set.of(Role.SYSTEM),
                            office)
                    .next();
            if (!paid.add(demand)) {
                assertThat(dossier).as("a repeat changes nothing").isEqualTo(before);
            }
            assertThat(dossier.status()).isEqualTo(paid.size() == 3 ? Status.PROCESSING : Status.PAYMENT_DUE);
        }
    }

    @Provide
    Arbitrary<List<Try>> lives() {
        // A life that begins well gets farther than chance alone would let it.
        var begun = List.of(Try.SUBMIT, Try.PAY_FIRST, Try.ACCEPT, Try.ASSIGN, Try.PUT_RESULT);
        return Arbitraries.integers()
                .between(0, begun.size())
                .flatMap(n -> Arbitraries.of(Try.class).list().ofMaxSize(25).map(rest -> {
                    var all = new ArrayList<>(begun.subList(0, n));
                    all.addAll(rest);
                    return all;
                }));
    }

    @Provide
    Arbitrary<List<Integer>> deliveries() {
        return Arbitraries.integers().between(0, 2).list().ofMinSize(1).ofMaxSize(12);
    }

    private static Dossier withDemand(Dossier dossier, int n) {
        return dossier.change()
                .demanded(new Demand("d" + n, "OBLIGATION", Money.dong(1_000), "Thuế", false, null, null))
                .done();
    }

    /** The model: the state's code, whence it was interrupted, and who has paid what. */
    private static final class Model {

        int state;
        boolean received;
        boolean result;
        boolean apologised;
        boolean rated;
        final Deque<Integer> interrupted = new ArrayDeque<>();
        final Map<String, @Nullable String> demands = new HashMap<>();
        final List<String> order = new ArrayList<>();
        int refunds;

        /** The state after it, or -1 if it is refused. */
        int after(Try attempt) {
            return switch (attempt) {
                case SUBMIT -> state == 0 ? 1 : -1;
                case ACCEPT -> state == 1 && !owes() ? 2 : -1;
                case REFUSE -> state == 1 ? 3 : -1;
                case ASK_PAPERS -> state == 1 || state == 4 ? 5 : -1;
                case BRING_PAPERS -> state == 5 ? interrupted.getLast() : -1;
                case ASSIGN -> state == 2 || state == 4 ? 4 : -1;
                case DEMAND -> state == 4 ? 6 : -1;
                case PUT_RESULT -> state == 4 ? 4 : -1;
                case APPROVE -> state == 4 && result ? 9 : -1;
                case STOP -> state == 4 || state == 7 ? 8 : -1;
                case ASK_WITHDRAWAL -> Set.of(1, 2, 4, 5, 6).contains(state) ? 7 : -1;
                case REFUSE_WITHDRAWAL -> state == 7 ? interrupted.getLast() : -1;
                case APOLOGISE -> state == 4 && !apologised ? 4 : -1;
                case GIVE_BACK -> state == 9 ? 10 : -1;
                case RATE -> (state == 8 || state == 10) && !rated ? state : -1;
                case EXPIRE -> state != 5 ? -1 : interrupted.getLast() == 1 ? 3 : 8;
                case REMIND -> Set.of(0, 2, 4, 7).contains(state) ? state : -1;
                case PAY_FIRST, PAY_LAST, PAY_LAST_BY_ANOTHER_ORDER, FAIL_TO_PAY -> state;
            };
        }

        void take(Try attempt, int next) {
            switch (attempt) {
                case ASK_PAPERS, DEMAND, ASK_WITHDRAWAL -> interrupted.addLast(state);
                case BRING_PAPERS, REFUSE_WITHDRAWAL -> interrupted.removeLast();
                case REFUSE, STOP, EXPIRE -> interrupted.clear();
                case PUT_RESULT -> result = true;
                case APOLOGISE -> apologised = true;
                case RATE -> rated = true;
                default -> {}
            }
            state = next;
        }

        void pay(String demand, String by) {
            if (by.equals(demands.get(demand))) {
                return;
            }
            var ended = state == 3 || state == 8;
            if (ended || !demands.containsKey(demand) || demands.get(demand) != null) {
                refunds++;
                return;
            }
            demands.put(demand, by);
            if (owes()) {
                return;
            }
            if (state == 6) {
                state = interrupted.removeLast();
            } else if (state == 7 && !interrupted.isEmpty() && interrupted.getLast() == 6) {
                interrupted.removeLast();
            }
        }

        boolean owes() {
            return demands.containsValue(null);
        }
    }

    /** The dossier, the model beside it, and what the history would hold. */
    private static final class World {

        private final TestOffice office;
        private final Model model = new Model();
        private final List<String> history = new ArrayList<>();
        private Dossier dossier;

        World(TestOffice office) {
            this.office = office;
            this.dossier = office.after(office.draft(), TestOffice.attach("CT01"));
        }

        void attempt(Try attempt) {
            var expected = model.after(attempt);
            var before = dossier;
            var entries = history.size();
            var command = command(attempt);
            try {
                var roles = attempt.ordinal() >= Try.EXPIRE.ordinal() ? Set.of(Role.SYSTEM) : TestOffice.ALL;
                var decision = Decisions.decide(dossier, command, roles, office);
                dossier = decision.next();
                decision.facts().forEach(it -> history.add(it.type().name()));
            } catch (Problem refused) {
                assertThat(expected)
                        .as("%s in %s: %s", attempt, before.status(), refused.kind())
                        .isEqualTo(-1);
                assertThat(history).as("a refusal leaves no trace").hasSize(entries);
                return;
            }
            assertThat(expected)
                    .as("%s in %s was allowed", attempt, before.status())
                    .isNotEqualTo(-1);
            if (command instanceof Command.NotePayment payment) {
                var refunds = model.refunds;
                model.pay(payment.demand(), payment.order());
                assertThat(history.subList(entries, history.size()))
                        .as("noted once, and due back if nobody owed it")
                        .isEqualTo(
                                model.refunds == refunds
                                        ? List.of("payment-noted")
                                        : List.of("payment-noted", RefundDue.TYPE.name()));
            } else {
                model.take(attempt, expected);
            }
            dossier.demands().forEach(it -> {
                if (!model.demands.containsKey(it.id())) {
                    model.demands.put(it.id(), null);
                    model.order.add(it.id());
                }
            });
            compare(attempt, before);
            if (!List.of(Try.PUT_RESULT, Try.REMIND).contains(attempt)) {
                assertThat(history.size()).as("%s leaves a trace", attempt).isGreaterThan(entries);
            }
        }

        private void compare(Try attempt, Dossier before) {
            assertThat(dossier.status().code())
                    .as("%s in %s", attempt, before.status())
                    .isEqualTo(model.state);
            assertThat(dossier.interrupted().stream().map(Status::code).toList())
                    .as("whence %s came after %s", dossier.status(), attempt)
                    .isEqualTo(List.copyOf(model.interrupted));
            var paid = new HashMap<String, @Nullable String>();
            dossier.demands().forEach(it -> paid.put(it.id(), it.order()));
            assertThat(paid).isEqualTo(model.demands);
            assertThat(dossier.slips()).extracting(Slip::id).doesNotHaveDuplicates();
            assertThat(dossier.milestones().pause() != null && dossier.alarmAt() != null)
                    .as("no alarm of the office's in a pause")
                    .isEqualTo(dossier.status() == Status.SUPPLEMENT_DUE
                            && dossier.milestones().pause() != null);
        }

        private Command command(Try attempt) {
            return LifeModelProperties.command(attempt, dossier, office.now());
        }
    }

    /** What is tried on a dossier; an apology is for a time that is not too early for the beginning. */
    static Command command(Try attempt, Dossier dossier, Instant now) {
        var demands = dossier.demands().stream().map(Demand::id).toList();
        var first = demands.isEmpty() ? "none" : demands.getFirst();
        var last = demands.isEmpty() ? "none" : demands.getLast();
        return switch (attempt) {
            case SUBMIT -> new Command.Submit();
            case ACCEPT -> new Command.Accept();
            case REFUSE -> new Command.Refuse("trùng");
            case ASK_PAPERS -> TestOffice.requestSupplement();
            case BRING_PAPERS -> new Command.BringSupplement(null);
            case ASSIGN -> TestOffice.assign();
            case DEMAND -> TestOffice.demandPayment();
            case PUT_RESULT -> TestOffice.putResult();
            case APPROVE -> new Command.Approve("12/QĐ", null);
            case STOP -> new Command.Stop("lý do");
            case ASK_WITHDRAWAL -> new Command.AskWithdrawal(null);
            case REFUSE_WITHDRAWAL -> new Command.RefuseWithdrawal("lý do");
            case APOLOGISE -> new Command.Apologise("quá tải", TestOffice.local("2026-07-01T17:30"));
            case GIVE_BACK -> new Command.Return(ReturnChannel.ONLINE);
            case RATE -> new Command.Rate(5, null);
            case EXPIRE -> new Command.ExpireSupplement();
            case REMIND -> new Command.Remind();
            case PAY_FIRST -> payment(first, "o1", now);
            case PAY_LAST -> payment(last, "o2", now);
            case PAY_LAST_BY_ANOTHER_ORDER -> payment(last, "o3", now);
            case FAIL_TO_PAY -> new Command.NoteFailedPayment("o2", last, "24", 1);
        };
    }

    private static Command.NotePayment payment(String demand, String order, Instant now) {
        return new Command.NotePayment(order + "-" + demand, demand, now);
    }
}
