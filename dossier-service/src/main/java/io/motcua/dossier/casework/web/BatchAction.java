package io.motcua.dossier.casework.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motcua.dossier.casework.Command;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the office does with many dossiers at once, named as {@code actions[]} names it. */
enum BatchAction {
    @JsonProperty("accept")
    ACCEPT(Requests.Nothing.class, _ -> new Command.Accept()),

    @JsonProperty("refuse")
    REFUSE(Requests.Reason.class, it -> new Command.Refuse(it.reason())),

    @JsonProperty("request-supplement")
    REQUEST_SUPPLEMENT(Requests.Supplement.class, it -> new Command.RequestSupplement(it.items(), it.deadline())),

    @JsonProperty("assign")
    ASSIGN(Requests.HandOver.class, it -> new Command.Assign(it.unit(), it.officer())),

    @JsonProperty("approve")
    APPROVE(Requests.Signature.class, it -> new Command.Approve(it.decisionNumber(), null)),

    @JsonProperty("apologise")
    APOLOGISE(Requests.ApologyBody.class, it -> new Command.Apologise(it.reason(), it.newDueAt())),

    @JsonProperty("stop")
    STOP(Requests.Reason.class, it -> new Command.Stop(it.reason())),

    @JsonProperty("refuse-withdrawal")
    REFUSE_WITHDRAWAL(Requests.Reason.class, it -> new Command.RefuseWithdrawal(it.reason())),

    @JsonProperty("return")
    RETURN(Requests.Returned.class, it -> new Command.Return(it.channel(), it.postalItem()));

    private final BiFunction<Bodies, Sent, Command> reading;

    <T> BatchAction(Class<T> body, Function<T, Command> command) {
        this.reading = (bodies, sent) -> command.apply(bodies.read(sent.body(), body, sent.at()));
    }

    private record Sent(@Nullable JsonNode body, String at) {}

    /** @param at where in the request the body stands */
    Command command(Bodies bodies, @Nullable JsonNode body, String at) {
        return reading.apply(bodies, new Sent(body, at));
    }
}
