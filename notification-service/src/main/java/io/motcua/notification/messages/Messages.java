package io.motcua.notification.messages;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.events.Topics;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/** All messages. */
public final class Messages {
    private static final Actor SERVICE = Actor.system("notification-service");
    private static final Sort OLDEST_FIRST = Sort.by("state.delivery.dueAt", "_id");
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt", "_id");

    private final Aggregates<Message> aggregates;
    private final MessageMeters meters;
    private final ApplicationEventPublisher nudges;

    Messages(AggregatesFactory factory, MessageMeters meters, ApplicationEventPublisher nudges) {
        this.aggregates = factory.of("messages", Message.class, Topics.NOTIFICATIONS);
        this.meters = meters;
        this.nudges = nudges;
        aggregates.index(new Index("state.delivery.dueAt", Sort.Direction.ASC).sparse());
        aggregates.index(new Index("agency", Sort.Direction.ASC).on("state.dossier", Sort.Direction.ASC));
        aggregates.index(new Index("state.to.person", Sort.Direction.ASC).on("createdAt", Sort.Direction.DESC));
    }

    /** Returns whether the message is new: the same event again makes no second one. */
    public boolean queue(String agency, Message message) {
        var created = aggregates.create(message.id(), agency, Cause.event(message.event()), SERVICE, message.first());
        if (created.applied()) {
            meters.queued(message);
            nudges.publishEvent(new MessageQueued(message.channel()));
        }
        return created.applied();
    }

    /** Claims a message for one attempt, unless another instance was faster. */
    public Optional<Message> claim(String agency, String id, Command.Claim claim) {
        var claimed = handle(agency, id, claim);
        return Optional.of(claimed)
                .filter(message -> message.delivery().status() == MessageStatus.SENDING
                        && claim.by().equals(message.delivery().claim()));
    }

    public Message handle(String agency, String id, Command command) {
        var before = new AtomicReference<Message>();
        var decided = aggregates.decide(
                agency,
                id,
                new Cause(command.getClass().getSimpleName() + ':' + command.by()),
                SERVICE,
                null,
                found -> {
                    before.set(found.state());
                    return found.state().handle(command);
                });
        var after = decided.snapshot().state();
        var read = before.get();
        if (decided.applied() && read != null) {
            meters.changed(read, after);
        }
        return after;
    }

    /** Those of a channel that somebody should see to, the longest waiting first. */
    public List<Snapshot<Message>> due(Channel channel, Instant now, int limit) {
        return aggregates.findAcrossAgencies(dueCriteria(channel, now), OLDEST_FIRST, limit);
    }

    /** Those of a channel that wait since a time without having been sent. */
    public List<Snapshot<Message>> waitingSince(Channel channel, Instant since, Instant now, int limit) {
        return aggregates.findAcrossAgencies(
                dueCriteria(channel, now)
                        .and("state.delivery.status")
                        .is(MessageStatus.PENDING.name())
                        .and("createdAt")
                        .lte(since),
                OLDEST_FIRST,
                limit);
    }

    /** Those of an agency, of one dossier if it is named, the newest first. */
    public List<Snapshot<Message>> of(String agency, @Nullable String dossier, @Nullable Place after, int limit) {
        return aggregates.find(agency, from(after, about(dossier)), NEWEST_FIRST, limit);
    }

    public long count(String agency, @Nullable String dossier) {
        return aggregates.count(agency, about(dossier));
    }

    /** Those to a person from all agencies, the newest first. */
    public List<Snapshot<Message>> to(String person, @Nullable Place after, int limit) {
        return aggregates.findAcrossAgencies(
                from(after, where("state.to.person").is(person)), NEWEST_FIRST, limit);
    }

    private static Criteria about(@Nullable String dossier) {
        return dossier == null ? new Criteria() : where("state.dossier").is(dossier);
    }

    private static Criteria from(@Nullable Place after, Criteria wanted) {
        if (after == null) {
            return wanted;
        }
        var behind = new Criteria()
                .orOperator(
                        where("createdAt").lt(after.createdAt()),
                        where("createdAt").is(after.createdAt()).and("_id").lt(after.id()));
        return new Criteria().andOperator(wanted, behind);
    }

    private static Criteria dueCriteria(Channel channel, Instant now) {
        return where("state.channel")
                .is(channel.name())
                .and("state.delivery.dueAt")
                .lte(now);
    }
}
