package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.procedures.Channel;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartyTests {

    private static final Party CITIZEN = new Party("p1", Set.of(), 2);
    private static final Party STRANGER = new Party("p2", Set.of(), 2);
    private static final Party RECEPTIONIST = new Party("r1", Set.of(Role.RECEPTIONIST), 2);

    private final TestOffice office = new TestOffice();

    @Test
    void a_draft_is_the_business_of_the_one_who_keeps_it() {
        assertThat(CITIZEN.mayRead(office.draft())).isTrue();
        assertThat(RECEPTIONIST.mayRead(office.draft())).isFalse();
        assertThat(RECEPTIONIST.mayRead(assisted(office.draft()))).isTrue();
        assertThat(STRANGER.mayRead(office.submitted())).isFalse();
        assertThat(RECEPTIONIST.mayRead(office.submitted())).isTrue();
    }

    @Test
    void staff_file_in_the_applicants_name_and_the_history_says_so() {
        var draft = assisted(office.draft());

        assertThat(RECEPTIONIST.towards(draft)).contains(Role.APPLICANT);
        assertThat(RECEPTIONIST.towards(office.draft())).doesNotContain(Role.APPLICANT);
        assertThat(RECEPTIONIST.as(Role.APPLICANT, draft).role()).isEqualTo("receptionist");
        assertThat(CITIZEN.as(Role.APPLICANT, draft).role()).isEqualTo("applicant");
    }

    @Test
    void staff_do_not_rate_their_own_work() {
        assertThat(RECEPTIONIST.towards(assisted(office.in(Status.RETURNED)))).containsExactly(Role.RECEPTIONIST);
        assertThat(CITIZEN.towards(office.in(Status.RETURNED))).containsExactly(Role.APPLICANT);
    }

    private static Dossier assisted(Dossier it) {
        return new Dossier(
                it.id(),
                it.agency(),
                it.code(),
                it.status(),
                Channel.ONLINE_ASSISTED,
                it.language(),
                it.applicant(),
                it.terms(),
                it.form(),
                it.attachments(),
                it.demands(),
                it.result(),
                it.assignment(),
                it.milestones(),
                it.reckoning(),
                it.interrupted(),
                it.supplement(),
                it.supplementCalls(),
                it.apology(),
                it.withdrawn(),
                it.endReason(),
                it.rating(),
                it.returnedBy(),
                it.slips(),
                it.slipsOwedSince(),
                it.watch(),
                it.apologyDraft(),
                it.alarmAt(),
                it.retainedSince(),
                it.erasedAt(),
                null);
    }
}
