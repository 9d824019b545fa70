package io.motcua.gateway.documents;

import io.motcua.gateway.routes.Routes;
import io.motcua.gateway.routes.Services;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API documents of all services, which each service writes itself; a page renders them. */
@RestController
class ApiDocuments {

    private static final String PATH = "/openapi/";

    private final Services services;
    private final JsonMapper json;

    ApiDocuments(Services services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    record Document(String service, String href) {}

    record Documents(List<Document> documents, String page) {}

    @Access(Access.Who.ANYONE)
    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    Documents list() {
        return new Documents(
                Routes.services().stream()
                        .map(it -> new Document(it, PATH + it))
                        .toList(),
                PATH + "index.html");
    }

    @Access(Access.Who.ANYONE)
    @GetMapping(path = "/openapi", produces = MediaType.TEXT_HTML_VALUE)
    RedirectView page() {
        return new RedirectView(PATH + "index.html");
    }

    @Access(Access.Who.ANYONE)
    @GetMapping(path = PATH + "{service:[a-z-]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document(@PathVariable String service) {
        if (!Routes.services().contains(service)) {
            throw new Problem(PlatformProblem.NOT_FOUND, service);
        }
        var document = json.readTree(services.get(service, "/v3/api-docs"));
        if (document instanceof ObjectNode root) {
            // The service names its own address, which nobody outside reaches: everything goes through this door.
            root.putArray("servers").addObject().put("url", "/");
        }
        return document;
    }
}
