package io.motcua.dossier.casework;

import io.motcua.dossier.codes.DossierCodes;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.dossier.procedures.Terms;
import io.motcua.events.Recipient;
import io.motcua.platform.history.Cause;
import io.motcua.platform.privacy.Envelopes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The office at work: decisions find here what they need of copies, registers and keys. */
@Component
class Desk {

    private static final String WRITER = "notification-service";

    private final Procedures procedures;
    private final DossierCodes codes;
    private final Envelopes envelopes;
    private final ResultSigning signing;
    private final WatchSettings settings;
    private final Keeping keeping;
    private final Clock clock;

    Desk(
            Procedures procedures,
            DossierCodes codes,
            Envelopes envelopes,
            ResultSigning signing,
            WatchSettings settings,
            Keeping keeping,
            Clock clock) {
        this.procedures = procedures;
        this.codes = codes;
        this.envelopes = envelopes;
        this.signing = signing;
        this.settings = settings;
        this.keeping = keeping;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.VIETNAM);
    }

    Office on(String agency, Cause cause) {
        return new AtWork(agency, cause, clock.instant());
    }

    /** All that one decision asks it answers as of one instant. */
    private final class AtWork implements Office {

        private final String agency;
        private final Cause cause;
        private final Instant now;

        AtWork(String agency, Cause cause, Instant now) {
            this.agency = agency;
            this.cause = cause;
            this.now = now;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public String id(String salt) {
            return cause.derivedId(salt);
        }

        @Override
        public Terms terms(Dossier dossier) {
            return procedures.terms(agency, dossier.terms().service(), dossier.channel(), today());
        }

        @Override
        public String code(Dossier dossier, Terms terms) {
            return codes.claim(agency, terms.unit(), today(), dossier.id());
        }

        @Override
        public void requireForm(Dossier dossier, Terms terms) {
            procedures.requireForm(agency, terms.service(), terms.version(), dossier.form());
        }

        @Override
        public WorkingCalendar calendar(Dossier dossier) {
            return procedures.calendar(agency, dossier.terms().calendar());
        }

        @Override
        public void requireUnit(String unit) {
            procedures.requireUnit(agency, unit);
        }

        @Override
        public Keeping keeping() {
            return keeping;
        }

        @Override
        public boolean signs() {
            return signing.signs(agency);
        }

        @Override
        public Leads leads() {
            return settings.leads();
        }

        @Override
        public @Nullable Recipient mailbox(String unit) {
            var email = settings.mailboxes().get(unit);
            return email == null
                    ? null
                    : new Recipient("unit:" + unit, "vi", envelopes.seal(new Contact(email, null), WRITER));
        }

        @Override
        public Recipient recipient(Dossier dossier) {
            var applicant = dossier.applicant();
            return new Recipient(
                    applicant.person(),
                    dossier.language(),
                    envelopes.seal(new Contact(applicant.email(), applicant.phone()), WRITER));
        }
    }

    private record Contact(@Nullable String email, @Nullable String phone) {}
}
