package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.TimeLimit;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.procedures.Channel;
import io.motcua.dossier.procedures.IntakeFee;
import io.motcua.dossier.procedures.Paper;
import io.motcua.dossier.procedures.Terms;
import io.motcua.events.Money;
import io.motcua.events.Names;
import io.motcua.events.Recipient;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An office whose clock the test moves, and the dossiers that it brings into every state. */
final class TestOffice implements Office {

    static final Set<Role> ALL = Set.of(Role.APPLICANT, Role.RECEPTIONIST, Role.SPECIALIST, Role.LEADER);

    static final Keeping KEEPING = new Keeping(Duration.ofDays(60), Duration.ofDays(90));

    private Instant now = local("2026-06-01T09:00");
    private int ids;
    boolean signs;
    Terms terms = terms(List.of());

    static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(WorkingCalendar.VIETNAM).toInstant();
    }

    static Terms terms(List<IntakeFee> fees) {
        return new Terms(
                "1.004222",
                1,
                new Names("Đăng ký thường trú", "Permanent residence"),
                "000.00.15.H37",
                "default",
                new TimeLimit(3, TimeLimit.Unit.WORKING_DAY),
                List.of(new Paper("CT01", "Tờ khai", true, null), new Paper("CT02", "Giấy tờ khác", false, null)),
                fees,
                0);
    }

    static IntakeFee fee() {
        return new IntakeFee("FEE", "Lệ phí", Money.dong(10_000));
    }

    TestOffice at(String time) {
        now = local(time);
        return this;
    }

    TestOffice at(Instant time) {
        now = time;
        return this;
    }

    Dossier draft() {
        return draft("d1");
    }

    Dossier draft(String id) {
        return Dossier.draft(
                id,
                "H37",
                Channel.ONLINE,
                "vi",
                new Applicant(
                        "p1", "Nông Thị Lan", "020190001234", null, "lan@example.vn", null, "Lạng Sơn", null, null),
                terms,
                "{}",
                Lapse.since(now, KEEPING));
    }

    Dossier after(Dossier dossier, Command... commands) {
        var next = dossier;
        for (var command : commands) {
            var roles = command instanceof Command.NotePayment || command instanceof Command.NoteFailedPayment
                    ? Set.of(Role.SYSTEM)
                    : ALL;
            next = Decisions.decide(next, command, roles, this).next();
        }
        return next;
    }

    Dossier submitted() {
        return after(draft(), attach("CT01"), new Command.Submit());
    }

    Dossier processing() {
        return after(submitted(), new Command.Accept(), assign(), putResult());
    }

    Dossier in(Status status) {
        return switch (status) {
            case DRAFT -> after(draft(), attach("CT01"));
            case SUBMITTED -> submitted();
            case ACCEPTED -> after(submitted(), new Command.Accept());
            case REFUSED -> after(submitted(), new Command.Refuse("trùng"));
            case PROCESSING -> processing();
            case SUPPLEMENT_DUE -> after(processing(), requestSupplement());
            case PAYMENT_DUE -> after(processing(), demandPayment());
            case WITHDRAWAL_ASKED -> after(submitted(), new Command.AskWithdrawal(null));
            case STOPPED -> after(processing(), new Command.Stop("không đủ điều kiện"));
            case DONE -> after(processing(), new Command.Approve("12/QĐ", null));
            case RETURNED ->
                after(processing(), new Command.Approve("12/QĐ", null), new Command.Return(ReturnChannel.ONLINE));
        };
    }

    static Command.Attach attach(String component) {
        return new Command.Attach(new Attachment(
                "a-" + component, component, "a.pdf", "application/pdf", 5, "00", local("2026-06-01T08:00"), null));
    }

    static Command.Assign assign() {
        return new Command.Assign("000.00.15.H37", "officer");
    }

    static Command.PutResult putResult() {
        return new Command.PutResult(
                new ResultDocument("r1", "r.pdf", "application/pdf", 5, "00", local("2026-06-01T08:00"), null, null));
    }

    static Command.RequestSupplement requestSupplement() {
        return new Command.RequestSupplement(List.of("Sổ hộ khẩu"), local("2026-06-12T17:30"));
    }

    static Command.DemandPayment demandPayment() {
        return new Command.DemandPayment("OBLIGATION", Money.dong(500_000), "Thuế");
    }

    static Command.NotePayment payment(Dossier dossier, String order) {
        var demand = dossier.demands().isEmpty()
                ? "none"
                : dossier.demands().getLast().id();
        return new Command.NotePayment(order, demand, local("2026-06-02T10:00"));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String id(String salt) {
        return salt + "-" + ++ids;
    }

    @Override
    public Terms terms(Dossier dossier) {
        return terms;
    }

    @Override
    public String code(Dossier dossier, Terms pinned) {
        return "000.00.15.H37-260601-0001";
    }

    @Override
    public Keeping keeping() {
        return KEEPING;
    }

    @Override
    public void requireForm(Dossier dossier, Terms terms) {
        if (dossier.form().contains("misfit")) {
            throw new Problem(DossierProblem.FORM_MISMATCH);
        }
    }

    @Override
    public WorkingCalendar calendar(Dossier dossier) {
        return WorkingCalendar.usual();
    }

    @Override
    public void requireUnit(String unit) {
        if (!unit.endsWith(".H37")) {
            throw new Problem(DossierProblem.UNIT_UNKNOWN, unit);
        }
    }

    @Override
    public boolean signs() {
        return signs;
    }

    @Override
    public Leads leads() {
        return new Leads(Duration.ofHours(8), Duration.ofHours(10), Duration.ofHours(16));
    }

    @Override
    public Recipient mailbox(String unit) {
        return new Recipient("unit:" + unit, "vi", Map.of("notification-service", "sealed"));
    }

    @Override
    public Recipient recipient(Dossier dossier) {
        return new Recipient(
                dossier.applicant().person(), dossier.language(), Map.of("notification-service", "sealed"));
    }
}
