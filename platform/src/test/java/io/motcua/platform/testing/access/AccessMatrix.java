package io.motcua.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of a service, as its running API document lists them, asked by everybody: nobody, a citizen, every role at
 * the agency and at another one, the operator; for a thing of one's own, of somebody else, for one that does not exist, and
 * under another agency's address. What comes out is compared with the declarations, with a page that is committed
 * ({@code -Daccess.write=true} writes it anew), and with what holds whatever is declared. There is no list of exceptions.
 *
 * <p>A service's {@code AccessTests} implements this beside its usual base class. A new endpoint needs a thing that exists,
 * and a request that is good where one cannot be made up from the document; the failure says which.
 */
public interface AccessMatrix {

    /** The service, without a token. */
    Api door();

    /**
     * Something that the operation ({@code GET /api/v1/agencies/{agency}/things/{id}}) can address: values of the path's
     * variables other than the agency, and of required parameters. It belongs to the person, where it belongs to anybody. For
     * an operation that lists what is the caller's own: something that is in the list. Asked by several threads, each for
     * other persons.
     */
    default Map<String, String> thing(String operation, String personalId) {
        return Map.of();
    }

    /**
     * How the operation is asked.
     *
     * @param suggested made up from the API document: the required members, an {@code If-Match} that matches nothing
     */
    default Probe probe(String operation, Probe suggested) {
        return suggested;
    }

    /** More words that only the person and those who are let in may read; each at least 12 characters long. */
    default Set<String> personal(String personalId) {
        return Set.of();
    }

    /** The name of a thing that does not exist; where names have a form, one of that form. */
    default String missing(String name) {
        return new StringBuilder(name).reverse().toString();
    }

    /** The agency that the things are in. */
    default String here() {
        return "H37";
    }

    default String elsewhere() {
        return "H34";
    }

    default String document() {
        return "/v3/api-docs";
    }

    default Path page() {
        return Path.of("docs", "access.md");
    }

    @Test
    default void the_page_shows_who_gets_in(ApplicationContext context) throws IOException {
        var drawn =
                new AccessPage(matrix(), context.getEnvironment().getProperty("spring.application.name", "")).text();
        if (Boolean.getBoolean("access.write")) {
            Files.createDirectories(page().getParent());
            Files.writeString(page(), drawn);
        }
        assertThat(Files.readString(page())).isEqualTo(drawn);
    }

    @Test
    default void every_endpoint_is_asked_so_that_only_access_is_in_question() {
        assertThat(matrix().badlyAsked()).isEmpty();
    }

    @Test
    default void every_endpoint_declares_who_may_call() {
        for (var it : matrix().operations()) {
            assertThat(it.who()).as("@Access of " + it.name()).isIn("anyone", "signed-in", "party", "roles");
            assertThat(it.open())
                    .as("security of " + it.name())
                    .isEqualTo(it.who().equals("anyone"));
            var known = new TreeSet<>(Visitor.ROLES);
            known.add(Visitor.OPERATOR);
            assertThat(known).as("roles of " + it.name()).containsAll(it.roles());
            switch (it.who()) {
                case "roles" ->
                    assertThat(it.roles()).as("roles of " + it.name()).isNotEmpty();
                case "party" ->
                    assertThat(it.ofAThing())
                            .as("what of a party's %s addresses", it.name())
                            .isTrue();
                case "signed-in" ->
                    assertThat(it.ofAThing())
                            .as(
                                    "%s addresses a thing, so it has to say whose it is: Access.Who.PARTY, or ROLES",
                                    it.name())
                            .isFalse();
                default -> {}
            }
        }
    }

    @Test
    default void everybody_gets_as_far_as_the_declarations_say() {
        var wrong = new ArrayList<String>();
        for (var operation : matrix().operations()) {
            for (var visitor : matrix().visitors()) {
                for (var which : List.of(Which.OWN, Which.OTHERS)) {
                    if (matrix().asked(operation, visitor, which)) {
                        var expected = expected(operation, visitor, which);
                        var outcome = matrix().outcome(operation, visitor, which);
                        if (!expected.contains(outcome)) {
                            wrong.add("%s (%s), asked by %s for %s: %s, but declared is %s: %s"
                                    .formatted(
                                            operation.name(),
                                            operation.declared(),
                                            visitor.name(),
                                            which,
                                            outcome,
                                            expected,
                                            matrix().answer(operation, visitor, which)));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    default void nobody_gets_past_a_door_that_is_not_open_to_anyone() {
        for (var operation : matrix().operations()) {
            if (!operation.who().equals("anyone")) {
                for (var which : operation.ofAThing() ? List.of(Which.OTHERS, Which.MISSING) : List.of(Which.OTHERS)) {
                    var answer = matrix().answer(operation, Visitor.NOBODY, which);
                    assertThat(answer.status())
                            .as("%s: %s", operation.name(), answer)
                            .isEqualTo(401);
                    // What asks for headers alone gets no words.
                    assertThat(answer.problem())
                            .as("%s: %s", operation.name(), answer)
                            .isEqualTo(operation.method().equals("HEAD") ? "" : "unauthenticated");
                }
            }
        }
    }

    @Test
    default void a_role_at_another_agency_opens_nothing_that_a_citizen_could_not_open() {
        for (var operation : matrix().operations()) {
            for (var visitor : matrix().visitors()) {
                boolean elsewhere =
                        visitor.agency() != null && !visitor.agency().equals(here());
                if (elsewhere && !operation.anywhere()) {
                    for (var which : List.of(Which.OWN, Which.OTHERS)) {
                        if (matrix().asked(operation, visitor, which)) {
                            assertThat(matrix().outcome(operation, visitor, which))
                                    .as("%s, asked by a %s for %s", operation.name(), visitor.name(), which)
                                    .isEqualTo(matrix().outcome(operation, Visitor.CITIZEN, which));
                        }
                    }
                }
            }
        }
    }

    /** Not even what is one's own: it is at the agency that it was given to. */
    @Test
    default void a_thing_is_not_found_under_another_agencys_address() {
        for (var operation : matrix().operations()) {
            for (var visitor : matrix().visitors()) {
                for (var which : List.of(Which.OWN_ELSEWHERE, Which.OTHERS_ELSEWHERE)) {
                    if (matrix().asked(operation, visitor, which)) {
                        if (operation.ofAThing()) {
                            assertThat(matrix().shape(operation, visitor, which))
                                    .as("%s, asked by a %s for %s", operation.name(), visitor.name(), which)
                                    .isEqualTo(matrix().shape(operation, visitor, Which.MISSING_ELSEWHERE));
                        } else if (!operation.who().equals("anyone")) {
                            assertThat(matrix().answer(operation, visitor, which)
                                            .toString())
                                    .as("%s, asked by a %s for %s", operation.name(), visitor.name(), which)
                                    .doesNotContain(matrix().marks(Visitor.SOMEBODY_ELSE));
                        }
                    }
                }
            }
        }
    }

    @Test
    default void who_may_know_nothing_of_a_thing_is_answered_as_if_it_did_not_exist() {
        for (var operation : matrix().operations()) {
            if (operation.ofAThing() && !operation.who().equals("anyone")) {
                for (var visitor : matrix().visitors()) {
                    if (!knows(visitor, operation) && !matrix().isLetIn(operation, visitor, Which.OTHERS)) {
                        assertThat(matrix().shape(operation, visitor, Which.OTHERS))
                                .as("%s, asked by a %s", operation.name(), visitor.name())
                                .isEqualTo(matrix().shape(operation, visitor, Which.MISSING));
                    }
                }
            }
        }
    }

    @Test
    default void what_is_asked_for_oneself_tells_of_oneself_only() {
        for (var operation : matrix().operations()) {
            for (var visitor : matrix().visitors()) {
                if (operation.reads() && operation.who().equals("signed-in") && visitor.personalId() != null) {
                    var answer =
                            matrix().answer(operation, visitor, Which.OTHERS).toString();
                    assertThat(answer)
                            .as("%s, asked by a %s", operation.name(), visitor.name())
                            .doesNotContain(matrix().marksOfOthers(visitor));
                    assertThat(matrix().marks(visitor.personalId()))
                            .as(
                                    "%s: let %s.thing() return something of the person that is in the answer",
                                    operation.name(), matrix().tests())
                            .anyMatch(answer::contains);
                }
            }
        }
    }

    @Test
    default void who_is_refused_reads_nothing_of_the_thing() {
        for (var operation : matrix().operations()) {
            for (var visitor : matrix().visitors()) {
                if (!matrix().isLetIn(operation, visitor, Which.OTHERS)) {
                    assertThat(matrix().answer(operation, visitor, Which.OTHERS).toString())
                            .as("%s, asked by a %s", operation.name(), visitor.name())
                            .doesNotContain(wordsOf(Visitor.SOMEBODY_ELSE));
                }
            }
        }
    }

    /** Not a status, not an owner, not a revision: what a caller may say of a thing is what the document says, and no more. */
    @Test
    default void nobody_writes_what_only_the_service_says() {
        assertThat(matrix().takenAlong()).isEmpty();
    }

    @Test
    default void what_is_public_tells_of_no_person() {
        for (var operation : matrix().operations()) {
            if (operation.who().equals("anyone")) {
                assertThat(matrix().answer(operation, Visitor.NOBODY, Which.OTHERS)
                                .toString())
                        .as(operation.name())
                        .doesNotContain(wordsOf(Visitor.SOMEBODY_ELSE));
            }
        }
    }

    /** The framework's and springdoc's own handlers aside, told by their package, and where the container reports errors. */
    @Test
    default void the_document_lists_what_the_router_serves_and_nothing_else(ApplicationContext context) {
        var served = new TreeSet<String>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> it.getValue().getBeanType().getName().startsWith("io.motcua."))
                .filter(it ->
                        !ErrorController.class.isAssignableFrom(it.getValue().getBeanType()))
                .forEach(it -> {
                    var methods = it.getKey().getMethodsCondition().getMethods();
                    assertThat(methods).as("methods of " + it.getKey()).isNotEmpty();
                    it.getKey()
                            .getPatternValues()
                            .forEach(path -> methods.forEach(method ->
                                    served.add(method + " " + path.replaceAll("\\{([^:}]+):[^}]+}", "{$1}"))));
                });
        var documented = new TreeSet<String>();
        matrix().operations().forEach(it -> documented.add(it.name()));
        assertThat(documented).isEqualTo(served);
    }

    /** The declarations stand on controllers. */
    @Test
    default void nothing_is_served_beside_the_controllers(ApplicationContext context) {
        for (var it : context.getBeansOfType(RouterFunctionMapping.class).values()) {
            assertThat(it.getRouterFunction()).as("functional routes").isNull();
        }
        for (var path :
                List.of("/", "/index.html", "/static/", "/webjars/", "/META-INF/MANIFEST.MF", "/application.yml")) {
            assertThat(door().get(path).problem()).as(path).isEqualTo("not-found");
        }
    }

    private Set<String> wordsOf(String personalId) {
        var words = new TreeSet<>(personal(personalId));
        words.add(personalId);
        return words;
    }

    private Matrix matrix() {
        return Matrix.of(this, door());
    }

    private Set<String> expected(Operation operation, Visitor visitor, Which which) {
        if (operation.who().equals("anyone")) {
            return Set.of("yes");
        }
        if (!visitor.signedIn()) {
            return Set.of("401");
        }
        if (visitor.holds(operation.roles(), here())) {
            return Set.of("yes");
        }
        if (operation.anywhere() && visitor.holds(operation.roles(), elsewhere())) {
            // What is written says that it belongs to the agency here.
            return operation.ofAThing() ? Set.of("404") : Set.of(operation.reads() ? "yes" : "403");
        }
        return switch (operation.who()) {
            case "signed-in" -> Set.of("yes");
            case "party" ->
                which == Which.OWN
                        ? Set.of("yes")
                        : knows(visitor, operation) ? Set.of("403", "404", "none") : Set.of("404", "none");
            default -> Set.of("403");
        };
    }

    /** Whether some operation shows the thing to the visitor, so that the others need not hide it. */
    private boolean knows(Visitor visitor, Operation operation) {
        return matrix().operations().stream()
                .filter(it -> it.reads() && it.ofAThing() && it.thing().equals(operation.thing()))
                .anyMatch(it -> matrix().isLetIn(it, visitor, Which.OTHERS));
    }
}
