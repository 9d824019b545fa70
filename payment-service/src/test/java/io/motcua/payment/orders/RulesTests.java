package io.motcua.payment.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTests {

    private static final List<Class<?>> COMMANDS = List.of(Command.class.getPermittedSubclasses());

    @ParameterizedTest
    @EnumSource
    void everything_that_can_happen_has_one_rule_in_every_state(OrderStatus status) {
        for (var command : COMMANDS) {
            assertThat(Rules.ALL)
                    .filteredOn(rule -> rule.from() == status && rule.on() == command)
                    .as("%s in %s", command.getSimpleName(), status)
                    .hasSize(1);
        }
        assertThat(Rules.ALL).hasSize(COMMANDS.size() * OrderStatus.values().length);
    }

    @Test
    void only_a_wish_is_refused_and_a_fact_never() {
        assertThat(Rules.ALL)
                .filteredOn(rule -> rule.effect() == Rules.Effect.REFUSE)
                .extracting(Rules.Rule::on)
                .containsOnly(Command.StartAttempt.class);
    }

    @Test
    void every_state_is_reached_from_an_open_order() {
        var reached = EnumSet.of(OrderStatus.OPEN);
        for (int round = 0; round < OrderStatus.values().length; round++) {
            Rules.ALL.stream().filter(rule -> reached.contains(rule.from())).forEach(rule -> reached.add(rule.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(OrderStatus.values());
    }

    @Test
    void what_is_paid_stays_paid() {
        assertThat(Rules.ALL)
                .filteredOn(rule -> rule.from() == OrderStatus.PAID)
                .extracting(Rules.Rule::to)
                .containsOnly(OrderStatus.PAID);
    }

    @Test
    void what_only_is_noted_moves_nothing() {
        assertThat(Rules.ALL)
                .filteredOn(rule -> rule.effect() == Rules.Effect.NOTE || rule.effect() == Rules.Effect.REFUSE)
                .allMatch(rule -> rule.from() == rule.to());
    }
}
