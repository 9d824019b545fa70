package io.motcua.platform.things;

import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.consumption.UnacceptableEvent;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import io.motcua.platform.deprecation.Retiring;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemKind;
import io.motcua.platform.requests.AnsweredOnce;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.requests.WithoutRequestKey;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses everything of the platform. */
@SpringBootApplication
class ThingService {

    static final String TOPIC = "test.things";
    static final EntryType MADE = new EntryType("io.motcua.test.thing-made.v1", Audience.PUBLIC, true);
    static final EntryType COUNTED = new EntryType("io.motcua.test.thing-counted.v1", Audience.PARTIES, true);
    static final EntryType NOTED = new EntryType("noted", Audience.INTERNAL, false);

    record Thing(String name, int count) {}

    record Made(String name) {}

    record Counted(int count) {}

    /** What another service says. */
    record Foreign(String thing, int by) {

        Foreign {
            if (by < 0) {
                throw new IllegalArgumentException("by must not be negative");
            }
        }
    }

    enum ThingProblem implements ProblemKind {
        THING_BROKEN(409);

        private final int status;

        ThingProblem(int status) {
            this.status = status;
        }

        @Override
        public int status() {
            return status;
        }
    }

    @Bean
    Aggregates<Thing> things(AggregatesFactory factory) {
        return factory.of("things", Thing.class, TOPIC);
    }

    @Bean
    NewTopic topic() {
        return TopicBuilder.name(TOPIC).partitions(3).replicas(1).build();
    }

    @Bean
    NewTopic foreign() {
        return TopicBuilder.name("test.foreign").partitions(2).replicas(1).build();
    }

    @Bean
    NewTopic foreignDeadLetters() {
        return TopicBuilder.name("test.foreign-dlt").partitions(1).replicas(1).build();
    }

    @Bean
    NewTopic states() {
        return TopicBuilder.name("test.states").partitions(2).replicas(1).build();
    }

    @Bean
    CopiedDocuments<Made> copied(Copies copies) {
        return copies.documents("copied", Made.class);
    }

    @Bean
    Subscription copy(CopiedDocuments<Made> copied) {
        return Subscription.to("test.states")
                .on(
                        "io.motcua.test.state.v1",
                        Made.class,
                        (event, about) -> copied.put(about.subject(), about.agency(), about, event))
                .asCopy("states");
    }

    @Bean
    Subscription shared(Aggregates<Thing> things, Faults faults) {
        return Subscription.to("test.foreign")
                .on("io.motcua.test.foreign.v1", Foreign.class, (event, about) -> {
                    faults.maybe();
                    things.decide(
                            about.agency(),
                            event.thing(),
                            about.cause(),
                            Actor.system("thing-service"),
                            null,
                            it -> count(it, event.by()));
                })
                .on("io.motcua.test.hopeless.v1", Foreign.class, (event, _) -> {
                    throw new UnacceptableEvent("nobody can do this", null);
                });
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    /** Lets the handler fail a few times, as an outage would. */
    static final class Faults {

        final AtomicInteger left = new AtomicInteger();
        final List<Integer> failed = new CopyOnWriteArrayList<>();

        void maybe() {
            int now = left.getAndUpdate(it -> Math.max(0, it - 1));
            if (now > 0) {
                failed.add(now);
                throw new IllegalStateException("The store is away");
            }
        }
    }

    static Decision<Thing> count(Snapshot<Thing> it, int by) {
        var next = new Thing(it.state().name(), it.state().count() + by);
        return Decision.of(next, new Fact(COUNTED, new Counted(next.count())));
    }

    record Secret(String id, @Nullable String secret) {}

    record MakeThing(@NotBlank String name, @Max(100) int count) {}

    @RestController
    static class ThingController {

        private final Aggregates<Thing> things;
        private final AtomicInteger runs = new AtomicInteger();

        ThingController(Aggregates<Thing> things) {
            this.things = things;
        }

        @PostMapping("/agencies/{agency}/things")
        @Access(Access.Who.SIGNED_IN)
        ResponseEntity<Thing> make(
                @PathVariable String agency, @Valid @RequestBody MakeThing body, Cause cause, Caller caller) {
            runs.incrementAndGet();
            var thing = new Thing(body.name(), body.count());
            var made = things.create(
                    cause.derivedId("thing"),
                    agency,
                    cause,
                    caller.actor("citizen"),
                    Decision.of(thing, new Fact(MADE, new Made(body.name()))));
            return ResponseEntity.created(URI.create(
                            "/agencies/" + agency + "/things/" + made.snapshot().id()))
                    .eTag(ETags.of(made.snapshot().revision()))
                    .body(made.snapshot().state());
        }

        @PostMapping("/agencies/{agency}/things/{id}/counts")
        @Access(value = Access.Who.ROLES, roles = "counter")
        ResponseEntity<Thing> count(
                @PathVariable String agency, @PathVariable String id, IfMatch ifMatch, Cause cause, Caller caller) {
            var it = things.decide(
                            agency,
                            id,
                            cause,
                            caller.actor("counter"),
                            ifMatch.required(),
                            thing -> ThingService.count(thing, 1))
                    .snapshot();
            return ResponseEntity.ok().eTag(ETags.of(it.revision())).body(it.state());
        }

        @PostMapping("/agencies/{agency}/things/{id}/breakages")
        @Access(Access.Who.SIGNED_IN)
        void breakIt(@PathVariable String agency, @PathVariable String id) {
            throw new Problem(ThingProblem.THING_BROKEN, id).at("/name", "odd");
        }

        @GetMapping("/agencies/{agency}/things")
        @Access(Access.Who.ANYONE)
        Page<String> list(@PathVariable String agency, PageRequest page) {
            var after = page.cursor();
            var criteria =
                    after == null ? new Criteria() : Criteria.where("_id").gt(after);
            var found = things.find(agency, criteria, Sort.by("_id"), page.limit() + 1);
            @Nullable Long total = page.count() ? things.count(agency, new Criteria()) : null;
            return Page.of(found, page, Snapshot::id, total).map(Snapshot::id);
        }

        @GetMapping("/agencies/{agency}/heaps/{id}")
        @Access(Access.Who.SIGNED_IN)
        @Retiring(since = "2026-11-25", sunset = "2027-05-25", successor = "/agencies/{agency}/things?after={id}")
        String heap(@PathVariable String agency, @PathVariable String id) {
            return agency + id;
        }

        @GetMapping("/agencies/{agency}/things/{id}/history")
        @Access(Access.Who.ANYONE)
        List<String> history(@PathVariable String agency, @PathVariable String id) {
            return things.history(agency, id, Set.of(Audience.values())).stream()
                    .map(io.motcua.platform.history.Entry::type)
                    .toList();
        }

        @GetMapping("/runs")
        @Access(Access.Who.ANYONE)
        int runs() {
            return runs.get();
        }

        @GetMapping("/undeclared")
        String undeclared() {
            return "nobody may see this";
        }

        /** A thing under a secret name, which is shown to whoever makes it and to nobody later. */
        @PostMapping("/agencies/{agency}/secrets")
        @AnsweredOnce
        @Access(value = Access.Who.ROLES, roles = "maker")
        Secret secret(@PathVariable String agency, Cause cause, Caller caller) {
            var name = UUID.randomUUID().toString();
            var made = things.create(
                    cause.derivedId("secret"),
                    agency,
                    cause,
                    caller.actor("maker"),
                    Decision.of(new Thing("secret", 1), new Fact(NOTED, new Counted(1))));
            return new Secret(made.snapshot().id(), made.applied() ? name : null);
        }

        @GetMapping("/makers")
        @Access(value = Access.Who.ROLES, roles = "maker", atAnyAgency = true)
        Set<String> makers(Caller caller) {
            return caller.rolesByAgency().keySet();
        }

        @PostMapping("/callbacks")
        @WithoutRequestKey
        @Access(Access.Who.ANYONE)
        ResponseEntity<Void> callback() {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }

        @GetMapping("/failures")
        @Access(Access.Who.ANYONE)
        void fail() {
            throw new IllegalStateException("secret inside");
        }
    }
}
