package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.procedures.Paper;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.dossier.procedures.Terms;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What may be done with dossiers, whoever asks: HTTP and events come through here. */
@Service
public class Casework {

    private static final Logger log = LoggerFactory.getLogger(Casework.class);
    private static final Actor SERVICE = Actor.system("dossier-service");

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final PersonKeys persons;
    private final Desk desk;
    private final ResultSigning signing;
    private final ApplicationEventPublisher listeners;

    Casework(
            Dossiers dossiers,
            Procedures procedures,
            PersonKeys persons,
            Desk desk,
            ResultSigning signing,
            ApplicationEventPublisher listeners) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.persons = persons;
        this.desk = desk;
        this.signing = signing;
        this.listeners = listeners;
    }

    /** Begins a draft: the applicant's own, or one that staff keep in his name. */
    public Snapshot<Dossier> open(String agency, Party party, Cause cause, Opening opening) {
        procedures.requireAgency(agency);
        var byStaff = opening.channel().byStaff();
        if (byStaff && !party.has(Role.RECEPTIONIST)) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
        var terms = procedures.terms(agency, opening.service(), opening.channel(), desk.today());
        if (!byStaff) {
            requireIdentity(party, terms);
        }
        var applicant = opening.particulars().as(byStaff ? person(opening.particulars()) : party.person(), persons::of);
        var id = cause.derivedId("dossier");
        var draft = Dossier.draft(
                id,
                agency,
                opening.channel(),
                opening.language(),
                applicant,
                terms,
                opening.form(),
                Lapse.since(desk.on(agency, cause).now(), desk.on(agency, cause).keeping()));
        var actor = party.as(byStaff ? Role.RECEPTIONIST : Role.APPLICANT, draft);
        var opened = dossiers.open(draft, cause, actor, Decision.of(draft, Announcements.opened(draft)));
        report("Opened", opened, actor);
        return opened.snapshot();
    }

    /** @throws Problem 404 if there is no such dossier, or none that the party may see */
    public Snapshot<Dossier> read(String agency, String id, Party party) {
        return dossiers.find(agency, id)
                .filter(it -> party.mayRead(it.state()))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, id));
    }

    /** Replaces the form and what the applicant says of himself. */
    public Snapshot<Dossier> amend(
            String agency, String id, Party party, Cause cause, long revision, Particulars particulars, String form) {
        var dossier = read(agency, id, party).state();
        var person = dossier.channel().byStaff()
                ? person(particulars)
                : dossier.applicant().person();
        return perform(
                agency, id, party, cause, revision, new Command.Amend(particulars.as(person, persons::of), form));
    }

    /**
     * Gives a command.
     *
     * @param revision on which the party decides, or null if the command does not rest on what was read
     * @throws Problem if the party may not see the dossier, or the rules refuse the command
     */
    public Snapshot<Dossier> perform(
            String agency, String id, Party party, Cause cause, @Nullable Long revision, Command command) {
        return command instanceof Command.Approve approval
                ? approve(agency, id, party, cause, revision, approval)
                : act(agency, id, party, cause, revision, command);
    }

    private Snapshot<Dossier> act(
            String agency, String id, Party party, Cause cause, @Nullable Long revision, Command command) {
        var seen = read(agency, id, party).state();
        var roles = party.towards(seen);
        var actor = party.as(Transitions.capacity(command.getClass(), roles), seen);
        var decided = dossiers.decide(agency, id, cause, actor, revision, snapshot -> {
            var dossier = snapshot.state();
            if (command instanceof Command.Submit && !dossier.channel().byStaff()) {
                requireIdentity(party, dossier.terms());
            }
            return Decisions.decide(dossier, command, party.towards(dossier), desk.on(agency, cause));
        });
        report(command.getClass().getSimpleName(), decided, actor);
        if (decided.applied() && decided.snapshot().state().slipsOwedSince() != null) {
            listeners.publishEvent(new SlipsOwed(agency, id));
        }
        return decided.snapshot();
    }

    /**
     * The leader decides: the result is signed first and then becomes the result. A crash between the two leaves a document
     * that nobody refers to; of two leaders at once the document of one goes again.
     */
    private Snapshot<Dossier> approve(
            String agency, String id, Party party, Cause cause, @Nullable Long revision, Command.Approve command) {
        var seen = read(agency, id, party);
        var dossier = seen.state();
        var document = dossier.result();
        var now = (revision == null || seen.revision() == revision)
                && Transitions.available(dossier, party.towards(dossier)).contains(Command.Approve.class);
        if (document == null || !now) {
            return act(agency, id, party, cause, revision, command);
        }
        ResultDocument signed;
        try {
            signed = signing.sign(dossier, document, party.person());
        } catch (RuntimeException failed) {
            // Of two leaders at once the second finds gone what was put: the first one's document has taken its place.
            if (read(agency, id, party).revision() != seen.revision()) {
                return act(agency, id, party, cause, revision, command);
            }
            throw failed;
        }
        if (signed == null) {
            return act(agency, id, party, cause, revision, command);
        }
        try {
            var approved =
                    act(agency, id, party, cause, revision, new Command.Approve(command.decisionNumber(), signed));
            // Of the two the one that is not the result; it is the signed one if the same request was here before.
            signing.discard(dossier, signed.id().equals(resultOf(approved)) ? document : signed);
            return approved;
        } catch (Problem refused) {
            signing.discard(dossier, signed);
            throw refused;
        }
    }

    private static @Nullable String resultOf(Snapshot<Dossier> snapshot) {
        var document = snapshot.state().result();
        return document == null ? null : document.id();
    }

    /** Throws what {@link #perform} would throw of the table, before costly work is done for the command. */
    public void requirePermitted(Dossier dossier, Party party, Class<? extends Command> command) {
        Transitions.permitted(dossier, command, party.towards(dossier));
    }

    /** Throws a problem 403 if the party acts on the dossier in another capacity only. */
    public void requireApplicant(Dossier dossier, Party party) {
        if (!party.towards(dossier).contains(Role.APPLICANT)) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
    }

    /** The paper of the procedure that is asked for; a problem 422 if there is no such paper. */
    public Paper requirePaper(Dossier dossier, String component) {
        return Intake.requirePaper(dossier, component);
    }

    /**
     * A paper of an earlier dossier as an attachment of this one.
     *
     * @throws Problem 404 unless both are the same person's, the earlier one was submitted and has the paper, or the signed
     *     result
     */
    public Attachment reusable(
            Dossier earlier, Dossier dossier, String paper, String attachmentId, String component, Instant now) {
        if (!earlier.applicant().person().equals(dossier.applicant().person()) || earlier.status() == Status.DRAFT) {
            throw new Problem(PlatformProblem.NOT_FOUND, paper);
        }
        var result = earlier.milestones().approvedAt() == null ? null : earlier.result();
        if (result != null && result.id().equals(paper)) {
            return new Attachment(
                    attachmentId,
                    component,
                    result.name(),
                    result.contentType(),
                    result.size(),
                    result.sha256(),
                    now,
                    new Reused(earlier.id(), paper, paper));
        }
        var given = earlier.attachment(paper).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, paper));
        return new Attachment(
                attachmentId,
                component,
                given.name(),
                given.contentType(),
                given.size(),
                given.sha256(),
                now,
                new Reused(earlier.id(), paper, given.content()));
    }

    /** Throws a problem 409 if the dossier holds as many attachments as it may, or would with so many bytes more. */
    public void requireRoom(Dossier dossier, long more) {
        Intake.requireRoom(dossier, more);
    }

    /**
     * Takes note of what has happened elsewhere.
     *
     * @throws Problem 404 if there is no such dossier; nothing else is refused
     */
    public void note(String agency, String id, Cause cause, String service, Command fact) {
        var decided = dossiers.decide(
                agency,
                id,
                cause,
                Actor.system(service),
                null,
                snapshot -> Decisions.decide(snapshot.state(), fact, Set.of(Role.SYSTEM), desk.on(agency, cause)));
        report(fact.getClass().getSimpleName(), decided, Actor.system(service));
    }

    /**
     * The clock speaks up about a dossier, if an alarm still rings on it.
     *
     * @return what rang; nothing if another instance was quicker or the dossier has moved on
     */
    public Set<Alarm> strike(Snapshot<Dossier> seen) {
        var cause = new Cause("alarm:" + seen.id() + ":" + seen.version());
        var rang = EnumSet.noneOf(Alarm.class);
        var lapse = seen.state().lapse();
        if (lapse != null && lapse.erased()) {
            var papers = seen.state().attachments().stream()
                    .filter(it -> it.reused() == null)
                    .map(Attachment::id)
                    .toList();
            listeners.publishEvent(new DraftErased(seen.agency(), seen.id(), papers));
        }
        var decided = dossiers.decide(seen.agency(), seen.id(), cause, SERVICE, null, snapshot -> {
            var office = desk.on(seen.agency(), cause);
            rang.clear();
            rang.addAll(snapshot.state().alarms().ringing(office.now()));
            if (rang.isEmpty()) {
                return Decision.unchanged(snapshot.state());
            }
            return Decisions.decide(snapshot.state(), answer(rang), Set.of(Role.SYSTEM), office);
        });
        if (!decided.applied() || rang.isEmpty()) {
            return Set.of();
        }
        report("Strike", decided, SERVICE);
        if (decided.snapshot().state().slipsOwedSince() != null) {
            listeners.publishEvent(new SlipsOwed(seen.agency(), seen.id()));
        }
        return rang;
    }

    /**
     * Erases a dossier's personal data, and what its history says; its hashes stay.
     *
     * @return false if there was nothing to erase, or not all of it has been published yet
     */
    public boolean erase(String agency, String id) {
        var cause = new Cause("retention:" + id);
        var decided = dossiers.erase(
                agency,
                id,
                cause,
                SERVICE,
                snapshot -> Decisions.decide(
                        snapshot.state(), new Command.Erase(), Set.of(Role.SYSTEM), desk.on(agency, cause)));
        report("Erase", decided, SERVICE);
        return decided.applied();
    }

    private static Command answer(Set<Alarm> rang) {
        if (rang.contains(Alarm.SUPPLEMENT_EXPIRED)) {
            return new Command.ExpireSupplement();
        }
        return rang.contains(Alarm.DRAFT_EXPIRED) ? new Command.EraseDraft() : new Command.Remind();
    }

    /** A slip that was owed is drawn up. @return false if another has done it before */
    public boolean file(Snapshot<Dossier> dossier, Command.FileSlip slip) {
        var decided = dossiers.decide(
                dossier.agency(),
                dossier.id(),
                new Cause("slip:" + slip.slip()),
                SERVICE,
                null,
                snapshot -> Decisions.decide(
                        snapshot.state(),
                        slip,
                        Set.of(Role.SYSTEM),
                        desk.on(dossier.agency(), new Cause("slip:" + slip.slip()))));
        report("FileSlip", decided, SERVICE);
        return decided.applied();
    }

    /** The entries that are for the party. */
    public List<Entry> history(String agency, String id, Party party) {
        read(agency, id, party);
        return dossiers.history(agency, id, party.audiences());
    }

    /** The commands that the party may give now. */
    public Set<Class<? extends Command>> available(Dossier dossier, Party party) {
        return Transitions.available(dossier, party.towards(dossier));
    }

    /** Whether {@code If-Match} is required with the command. */
    public boolean decides(Class<? extends Command> command) {
        return Transitions.decides(command);
    }

    private static void requireIdentity(Party party, Terms terms) {
        if (party.identityLevel() < terms.minimumIdentityLevel()) {
            throw new Problem(DossierProblem.IDENTITY_LEVEL_TOO_LOW, terms.service(), terms.minimumIdentityLevel());
        }
    }

    private String person(Particulars particulars) {
        var personalId = particulars.personalId();
        if (personalId == null) {
            throw new Problem(PlatformProblem.INVALID_FIELD).at("/applicant/personalId", "required");
        }
        return persons.of(personalId);
    }

    private static void report(String what, Decided<Dossier> decided, Actor actor) {
        var snapshot = decided.snapshot();
        log.info(
                "{} dossier={} agency={} status={} revision={} role={} applied={}",
                what,
                snapshot.id(),
                snapshot.agency(),
                snapshot.state().status().code(),
                snapshot.revision(),
                actor.role(),
                decided.applied());
    }
}
