package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Command;

/** How a command is given over HTTP. */
enum Action {
    AMEND(Command.Amend.class, "PATCH", ""),
    ATTACH(Command.Attach.class, "POST", "/attachments"),
    SUBMIT(Command.Submit.class, "POST", "/submission"),
    ACCEPT(Command.Accept.class, "POST", "/acceptance"),
    REFUSE(Command.Refuse.class, "POST", "/refusal"),
    REQUEST_SUPPLEMENT(Command.RequestSupplement.class, "POST", "/supplement-requests"),
    BRING_SUPPLEMENT(Command.BringSupplement.class, "POST", "/supplements"),
    ASSIGN(Command.Assign.class, "POST", "/assignments"),
    DEMAND_PAYMENT(Command.DemandPayment.class, "POST", "/payment-demands"),
    PUT_RESULT(Command.PutResult.class, "PUT", "/result"),
    APPROVE(Command.Approve.class, "POST", "/approval"),
    APOLOGISE(Command.Apologise.class, "POST", "/apologies"),
    STOP(Command.Stop.class, "POST", "/stop"),
    WITHDRAW(Command.AskWithdrawal.class, "POST", "/withdrawal"),
    REFUSE_WITHDRAWAL(Command.RefuseWithdrawal.class, "POST", "/withdrawal-refusals"),
    RETURN(Command.Return.class, "POST", "/return"),
    RATE(Command.Rate.class, "POST", "/rating");

    private final Class<? extends Command> command;
    private final String method;
    private final String path;

    Action(Class<? extends Command> command, String method, String path) {
        this.command = command;
        this.method = method;
        this.path = path;
    }

    Class<? extends Command> command() {
        return command;
    }

    String method() {
        return method;
    }

    /** Behind the dossier's own address. */
    String path() {
        return path;
    }

    /** PUT, PATCH and DELETE need {@code If-Match} whatever the rule table says of the command. */
    boolean replaces() {
        return !method.equals("POST");
    }
}
