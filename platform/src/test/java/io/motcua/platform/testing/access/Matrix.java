package io.motcua.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What everybody was answered who knocked at every door of a service. */
final class Matrix {

    private static final Map<Class<?>, Matrix> KNOWN = new ConcurrentHashMap<>();

    /** The tests share two processors with what they test. */
    private static final int AT_ONCE = 4;

    /** Answers to a request that is no good, whoever sends it. */
    private static final Set<String> BADLY_ASKED = Set.of(
            "malformed-request",
            "malformed-body",
            "unknown-field",
            "invalid-parameter",
            "invalid-field",
            "request-key-required",
            "method-not-allowed",
            "not-acceptable",
            "unsupported-media-type",
            "internal",
            "not-ready");

    /** What things of ours have and no caller may give them. */
    private static final List<String> OURS = List.of(
            "id",
            "agency",
            "status",
            "revision",
            "version",
            "history",
            "owner",
            "person",
            "code",
            "createdAt",
            "actions");

    private static final Set<String> VOLATILE =
            Set.of("date", "content-length", "connection", "keep-alive", "transfer-encoding");

    private record Knock(Operation operation, Visitor visitor, Which which) {}

    private final AccessMatrix service;
    private final Api door;
    private final List<Operation> operations;
    private final List<Visitor> visitors;
    private final Map<String, Map<String, Map<String, String>>> things = new ConcurrentHashMap<>();
    private final Map<Knock, Api.Answer> answers = new ConcurrentHashMap<>();

    private Matrix(AccessMatrix service, Api door) {
        this.service = service;
        this.door = door;
        this.operations = new ApiDocument(door.get(service.document()).body()).operations();
        this.visitors = Visitor.all(service.here(), service.elsewhere());
    }

    /** Asked once for all tests of a class. */
    static Matrix of(AccessMatrix service, Api door) {
        return KNOWN.computeIfAbsent(service.getClass(), _ -> new Matrix(service, door).asked());
    }

    List<Operation> operations() {
        return operations;
    }

    List<Visitor> visitors() {
        return visitors;
    }

    Api.Answer answer(Operation operation, Visitor visitor, Which which) {
        var answer = answers.get(new Knock(operation, visitor, which));
        if (answer == null) {
            throw new IllegalStateException(
                    "%s was not asked for %s by %s".formatted(operation.name(), which, visitor));
        }
        return answer;
    }

    boolean asked(Operation operation, Visitor visitor, Which which) {
        return answers.containsKey(new Knock(operation, visitor, which));
    }

    /** {@code yes}, or how it was refused: a status; {@code none} is an answer as of a thing that does not exist. */
    String outcome(Operation operation, Visitor visitor, Which which) {
        var answer = answer(operation, visitor, which);
        if (Set.of(401, 403, 404, 421).contains(answer.status())) {
            return Integer.toString(answer.status());
        }
        return operation.ofAParty() && isLikeMissing(operation, visitor, which) ? "none" : "yes";
    }

    boolean isLetIn(Operation operation, Visitor visitor, Which which) {
        return outcome(operation, visitor, which).equals("yes");
    }

    /** Whether nothing in the answer tells the thing from one that does not exist. */
    boolean isLikeMissing(Operation operation, Visitor visitor, Which which) {
        return shape(operation, visitor, which)
                .equals(shape(operation, visitor, which.here() ? Which.MISSING : Which.MISSING_ELSEWHERE));
    }

    /** An answer without what differs from one to the next, and without the name that the thing was asked for by. */
    String shape(Operation operation, Visitor visitor, Which which) {
        var answer = answer(operation, visitor, which);
        var headers = new TreeSet<>(answer.headers().map().keySet());
        headers.removeIf(VOLATILE::contains);
        var body = new String(answer.bytes(), StandardCharsets.UTF_8).replaceAll("\"traceId\":\"[^\"]*\"", "");
        var values = new TreeMap<String, String>(
                Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        values(operation, visitor, which).forEach((name, value) -> values.put(value, name));
        for (var it : values.entrySet()) {
            body = body.replace(it.getKey(), "{" + it.getValue() + "}");
        }
        return answer.status() + " " + headers + " " + body;
    }

    /** By what the things of all others, and the others themselves, could be recognised. */
    Set<String> marksOfOthers(Visitor visitor) {
        var marks = new HashSet<String>();
        for (var person : people()) {
            if (!person.equals(visitor.personalId())) {
                marks.addAll(marks(person));
            }
        }
        if (visitor.personalId() != null) {
            marks.removeAll(marks(visitor.personalId()));
        }
        return marks;
    }

    Set<String> marks(String person) {
        var marks = new HashSet<>(service.personal(person));
        marks.add(person);
        operations.stream()
                .filter(it -> it.ofAParty() || it.who().equals("signed-in"))
                .forEach(it -> marks.addAll(thing(it, person).values()));
        marks.removeIf(it -> it.length() < 12);
        return marks;
    }

    /** What is wrong with the questions themselves. */
    List<String> badlyAsked() {
        var wrong = new ArrayList<String>();
        for (var operation : operations) {
            for (var visitor : visitors) {
                for (var which : EnumSet.of(Which.OWN, Which.OTHERS)) {
                    if (asked(operation, visitor, which)) {
                        var answer = answer(operation, visitor, which);
                        if (BADLY_ASKED.contains(answer.problem()) || answer.status() >= 500) {
                            wrong.add(
                                    "%s: nothing but access may be in question, but %s was answered %s; let %s.probe() return a request that is good"
                                            .formatted(operation.name(), visitor.name(), answer, tests()));
                        }
                    }
                }
            }
        }
        return wrong;
    }

    /** Operations that take a member along which their document does not have: asked by somebody who is let in. */
    List<String> takenAlong() {
        var taken = new ArrayList<String>();
        for (var operation : operations) {
            if (operation.members().isEmpty()) {
                continue;
            }
            var probe = service.probe(operation.name(), operation.suggested());
            if (!(probe.body() instanceof Map<?, ?> good)) {
                continue;
            }
            var knock = knockOfOneLetIn(operation);
            for (var member : OURS) {
                if (!operation.members().contains(member)) {
                    var more = new HashMap<Object, Object>(good);
                    more.put(member, "x");
                    var answer = ask(operation, knock.visitor(), knock.which(), probe.body(more));
                    if (!answer.problem().equals("unknown-field")) {
                        taken.add("%s with \"%s\": %s".formatted(operation.name(), member, answer));
                    }
                }
            }
        }
        return taken;
    }

    private Knock knockOfOneLetIn(Operation operation) {
        for (var visitor : visitors) {
            for (var which : List.of(Which.OWN, Which.OTHERS)) {
                if (asked(operation, visitor, which) && isLetIn(operation, visitor, which)) {
                    return new Knock(operation, visitor, which);
                }
            }
        }
        throw new IllegalStateException("Nobody is let in to " + operation.name());
    }

    String tests() {
        return service.getClass().getSimpleName();
    }

    private Matrix asked() {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var people = new ArrayList<Callable<Void>>();
            for (var person : people()) {
                people.add(() -> {
                    things.put(person, thingsOf(person));
                    return null;
                });
            }
            for (var it : pool.invokeAll(people)) {
                it.get();
            }
            var knocks = new ArrayList<Callable<Void>>();
            for (var operation : operations) {
                for (var visitor : visitors) {
                    for (var which : questions(operation, visitor)) {
                        knocks.add(() -> {
                            answers.put(new Knock(operation, visitor, which), ask(operation, visitor, which));
                            return null;
                        });
                    }
                }
            }
            for (var it : pool.invokeAll(knocks)) {
                it.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    private Set<String> people() {
        var people = new TreeSet<>(Set.of(Visitor.SOMEBODY_ELSE));
        visitors.forEach(it -> {
            if (it.personalId() != null) {
                people.add(it.personalId());
            }
        });
        return people;
    }

    /** Whoever is nobody's party needs no thing of his own. */
    private Map<String, Map<String, String>> thingsOf(String person) {
        var all = new HashMap<String, Map<String, String>>();
        for (var operation : operations) {
            boolean owned = operation.ofAParty() || operation.who().equals("signed-in");
            var thing = owned || person.equals(Visitor.SOMEBODY_ELSE)
                    ? service.thing(operation.name(), person)
                    : Map.<String, String>of();
            all.put(operation.name(), thing);
            if (owned || person.equals(Visitor.SOMEBODY_ELSE)) {
                var needed = new TreeSet<>(operation.variables());
                needed.addAll(operation.parameters());
                needed.remove(Operation.AGENCY);
                assertThat(thing.keySet())
                        .as("%s: let %s.thing() return values of %s that address something that exists%s"
                                .formatted(
                                        operation.name(),
                                        tests(),
                                        needed,
                                        operation.ofAParty() ? " and belongs to the person" : ""))
                        .containsAll(needed);
            }
        }
        return all;
    }

    private Map<String, String> thing(Operation operation, String person) {
        return things.getOrDefault(person, Map.of()).getOrDefault(operation.name(), Map.of());
    }

    private Set<Which> questions(Operation operation, Visitor visitor) {
        var questions = EnumSet.of(Which.OTHERS);
        boolean party = operation.ofAParty() && visitor.signedIn();
        if (party) {
            questions.add(Which.OWN);
        }
        if (operation.ofAThing()) {
            questions.add(Which.MISSING);
            if (operation.ofAnAgency()
                    && visitor.agency() != null
                    && !visitor.agency().equals(service.here())) {
                questions.add(Which.OTHERS_ELSEWHERE);
                questions.add(Which.MISSING_ELSEWHERE);
                if (party) {
                    questions.add(Which.OWN_ELSEWHERE);
                }
            }
        } else if (operation.ofAnAgency()
                && visitor.agency() != null
                && !visitor.agency().equals(service.here())
                && operation.reads()) {
            questions.add(Which.OTHERS_ELSEWHERE);
        }
        return questions;
    }

    private Api.Answer ask(Operation operation, Visitor visitor, Which which) {
        return ask(operation, visitor, which, service.probe(operation.name(), operation.suggested()));
    }

    private Api.Answer ask(Operation operation, Visitor visitor, Which which, Probe probe) {
        var values = values(operation, visitor, which);
        var path = operation.path();
        for (var it : values.entrySet()) {
            path = path.replace("{" + it.getKey() + "}", it.getValue());
        }
        var query = new ArrayList<String>();
        operation.parameters().forEach(it -> query.add(it + "=" + values.get(it)));
        if (!probe.query().isEmpty()) {
            query.add(probe.query());
        }
        var api = visitor.at(door);
        for (var it : probe.headers().entrySet()) {
            api = api.header(it.getKey(), it.getValue());
        }
        var address = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return operation.endless() ? api.begin(address) : api.send(operation.method(), address, probe.body());
    }

    private Map<String, String> values(Operation operation, Visitor visitor, Which which) {
        var person = which.own() ? visitor.personalId() : Visitor.SOMEBODY_ELSE;
        var values = new HashMap<>(thing(operation, person == null ? Visitor.SOMEBODY_ELSE : person));
        if (which.missing()) {
            values.replaceAll((_, it) -> service.missing(it));
        }
        values.put(Operation.AGENCY, which.here() ? service.here() : service.elsewhere());
        return values;
    }
}
