package io.motcua.dossier.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.complaints.Complaint.Kind;
import io.motcua.dossier.complaints.Complaint.State;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComplaintStepTests {

    @Test
    void every_kind_can_come_to_every_end() {
        for (var kind : Kind.values()) {
            var reached = EnumSet.of(State.FILED);
            for (int i = 0; i < State.values().length; i++) {
                ComplaintStep.RULES.stream()
                        .filter(it ->
                                it.kinds().contains(kind) && it.from().stream().anyMatch(reached::contains))
                        .forEach(it -> reached.add(it.to()));
            }
            assertThat(reached).as(kind.name()).containsExactly(State.values());
        }
    }

    @Test
    void what_has_ended_has_ended_and_no_two_rules_say_different_things() {
        for (var rule : ComplaintStep.RULES) {
            assertThat(rule.from()).doesNotContain(State.ANSWERED, State.DECLINED, State.WITHDRAWN);
        }
        for (var kind : Kind.values()) {
            var steps = ComplaintStep.RULES.stream()
                    .filter(it -> it.kinds().contains(kind))
                    .map(ComplaintStep.Rule::step)
                    .toList();
            assertThat(steps).doesNotHaveDuplicates();
            assertThat(steps.stream().collect(Collectors.toSet()))
                    .isEqualTo(Set.of(ComplaintStep.class.getPermittedSubclasses()));
        }
    }
}
