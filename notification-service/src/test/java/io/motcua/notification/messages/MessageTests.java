package io.motcua.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.notification.MessageAbandoned;
import io.motcua.events.notification.MessageSent;
import io.motcua.notification.messages.Command.Claim;
import io.motcua.notification.messages.Command.Confirm;
import io.motcua.notification.messages.Command.GiveUp;
import io.motcua.notification.messages.Command.Postpone;
import io.motcua.platform.history.Fact;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTests {
    private static final Instant NOW = Instant.parse("2021-06-08T01:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    static Stream<Arguments> every_state_and_command() {
        return Arrays.stream(MessageStatus.values())
                .flatMap(status -> Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest
    @MethodSource("every_state_and_command")
    void every_state_and_command_has_one_rule(MessageStatus status, Class<?> command) {
        assertThat(Rules.RULES)
                .filteredOn(rule -> rule.from() == status && rule.command() == command)
                .hasSize(1);
    }

    @Test
    void every_state_can_be_reached_and_nothing_leaves_the_state_of_sent() {
        var reached = new HashSet<>(Set.of(MessageStatus.PENDING));
        Rules.RULES.stream().filter(rule -> rule.guard() != Rule.Guard.NEVER).forEach(rule -> reached.add(rule.to()));

        assertThat(reached).containsExactlyInAnyOrder(MessageStatus.values());
        assertThat(Rules.RULES)
                .filteredOn(rule -> rule.from() == MessageStatus.SENT)
                .allSatisfy(rule -> assertThat(rule.guard()).isEqualTo(Rule.Guard.NEVER));
    }

    @Test
    void a_message_is_claimed_and_sent() {
        var claimed = pending().handle(claim("a", NOW));
        var sent = claimed.next().handle(new Confirm("a", LATER));

        assertThat(claimed.facts()).as("a claim is no history").isEmpty();
        assertThat(claimed.next().delivery().dueAt()).as("the end of the claim").isEqualTo(NOW.plusSeconds(60));
        assertThat(sent.next().delivery().status()).isEqualTo(MessageStatus.SENT);
        assertThat(sent.next().delivery().dueAt()).isNull();
        assertThat(sent.next().delivery().attempts())
                .containsExactly(new Attempt(1, NOW, false, AttemptOutcome.SENT, null));
        assertThat(sent.facts())
                .extracting(Fact::data)
                .containsExactly(
                        new MessageSent(pending().id(), "person-1", "dossier-1", "SMS", "dossier-accepted", LATER));
    }

    @Test
    void a_claim_keeps_others_away_until_it_runs_out() {
        var claimed = pending().handle(claim("a", NOW)).next();

        assertThat(claimed.handle(claim("b", NOW.plusSeconds(59))).written()).isFalse();
        assertThat(claimed.handle(claim("b", NOW.plusSeconds(60)))
                        .next()
                        .delivery()
                        .claim())
                .isEqualTo("b");
    }

    @Test
    void a_message_is_not_claimed_before_its_time() {
        assertThat(pending().handle(claim("a", NOW.minusSeconds(1))).written()).isFalse();
    }

    @Test
    void after_a_lost_sender_the_next_attempt_is_a_repeat() {
        var claimed = pending().handle(claim("a", NOW)).next();
        var taken = claimed.handle(claim("b", LATER)).next();
        var sent = taken.handle(new Confirm("b", LATER)).next();

        assertThat(taken.delivery().repeats()).as("not sent again yet").isZero();
        assertThat(sent.delivery().attempts())
                .containsExactly(
                        new Attempt(1, NOW, false, AttemptOutcome.UNCLEAR, "SENDER_LOST"),
                        new Attempt(2, LATER, true, AttemptOutcome.SENT, null));
        assertThat(sent.delivery().repeats()).isEqualTo(1);
    }

    @Test
    void after_a_failure_the_next_attempt_is_no_repeat() {
        var postponed = pending()
                .handle(claim("a", NOW))
                .next()
                .handle(new Postpone("a", NOW, AttemptOutcome.FAILED, "UNREACHABLE", LATER))
                .next();
        var sent = postponed
                .handle(claim("b", LATER))
                .next()
                .handle(new Confirm("b", LATER))
                .next();

        assertThat(postponed.delivery().status()).isEqualTo(MessageStatus.PENDING);
        assertThat(postponed.delivery().dueAt()).isEqualTo(LATER);
        assertThat(sent.delivery().attempts())
                .containsExactly(
                        new Attempt(1, NOW, false, AttemptOutcome.FAILED, "UNREACHABLE"),
                        new Attempt(2, LATER, false, AttemptOutcome.SENT, null));
        assertThat(sent.delivery().repeats()).isZero();
    }

    @Test
    void what_was_not_tried_counts_as_no_attempt() {
        var postponed = pending()
                .handle(claim("a", NOW))
                .next()
                .handle(new Postpone("a", NOW, AttemptOutcome.NOT_TRIED, "CIRCUIT_OPEN", LATER))
                .next();

        assertThat(postponed.delivery().attempts()).isEmpty();
        assertThat(postponed.delivery().dueAt()).isEqualTo(LATER);
    }

    @Test
    void the_news_of_a_late_sender_is_true_and_its_failure_is_old() {
        var taken = pending()
                .handle(claim("a", NOW))
                .next()
                .handle(claim("b", LATER))
                .next();

        var failed = taken.handle(new Postpone("a", LATER, AttemptOutcome.FAILED, "UNREACHABLE", LATER));
        var sent = taken.handle(new Confirm("a", LATER));

        assertThat(failed.written()).isFalse();
        assertThat(sent.next().delivery().status()).isEqualTo(MessageStatus.SENT);
        assertThat(sent.next().handle(new Confirm("b", LATER)).written()).isFalse();
    }

    @Test
    void an_abandoned_message_says_why() {
        var abandoned = pending()
                .handle(claim("a", NOW))
                .next()
                .handle(new GiveUp("a", LATER, AttemptOutcome.REFUSED, "SMTP_550"));

        assertThat(abandoned.next().delivery().status()).isEqualTo(MessageStatus.ABANDONED);
        assertThat(abandoned.facts())
                .extracting(Fact::data)
                .containsExactly(new MessageAbandoned(
                        pending().id(), "person-1", "dossier-1", "SMS", "dossier-accepted", "SMTP_550", LATER));
        assertThat(abandoned.next().handle(claim("b", LATER)).written()).isFalse();
    }

    @Test
    void its_identity_follows_from_event_template_channel_and_person() {
        var id = pending().id();

        assertThat(id).matches("[0-9a-f]{64}").isEqualTo(pending().id());
        assertThat(Set.of(
                        id,
                        message("event-2", "dossier-accepted", Channel.SMS, "person-1")
                                .id(),
                        message("event-1", "dossier-returned", Channel.SMS, "person-1")
                                .id(),
                        message("event-1", "dossier-accepted", Channel.EMAIL, "person-1")
                                .id(),
                        message("event-1", "dossier-accepted", Channel.SMS, "person-2")
                                .id()))
                .hasSize(5);
    }

    @Test
    void a_contact_tells_nothing_to_a_log() {
        assertThat(new Contact("lan@example.vn", "84912000001")).hasToString("Contact[sealed]");
        assertThat(new Contact(" ", null).address(Channel.EMAIL)).isEmpty();
        assertThat(new Contact(" ", null).address(Channel.SMS)).isEmpty();
        assertThat(new Contact("lan@example.vn", null).address(Channel.EMAIL)).contains("lan@example.vn");
    }

    private static Claim claim(String by, Instant at) {
        return new Claim(by, at, at.plusSeconds(60));
    }

    private static Message pending() {
        return message("event-1", "dossier-accepted", Channel.SMS, "person-1");
    }

    private static Message message(String event, String template, Channel channel, String person) {
        return Message.queued(
                event,
                channel,
                new Addressee(person, Map.of("notification-service", "sealed")),
                new Content(template, 1, "vi", Map.of("code", "H37-1")),
                "dossier-1",
                "H37-1",
                NOW);
    }
}
