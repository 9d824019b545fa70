package io.motcua.gateway.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.motcua.gateway.routes.Routes;
import io.motcua.gateway.routes.Services;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The API documents of all services, which each service writes itself, and of what the gateway answers itself; a page renders them. */
@RestController
class ApiDocuments {

    private static final String PATH = "/openapi/";
    private static final String WRITTEN_AT = "/v3/api-docs";
    private static final String GATEWAY = "gateway";

    private final Services services;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json;
    private final DocumentSettings settings;

    ApiDocuments(Services services, OpenApiWebMvcResource own, JsonMapper json, DocumentSettings settings) {
        this.services = services;
        this.own = own;
        this.json = json;
        this.settings = settings;
    }

    record Document(String service, String href) {}

    record Documents(
            List<Document> documents, String page, @Nullable String sandbox) {}

    @Access(Access.Who.ANYONE)
    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    Documents list() {
        return new Documents(
                Stream.concat(Routes.services().stream(), Stream.of(GATEWAY))
                        .map(it -> new Document(it, PATH + it))
                        .toList(),
                PATH + "index.html",
                settings.hasSandbox() ? settings.sandbox() : null);
    }

    /** The same address for browsers, which ask for a page. */
    @Hidden
    @Access(Access.Who.ANYONE)
    @GetMapping(path = "/openapi", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(PATH + "index.html"))
                .build();
    }

    @Access(Access.Who.ANYONE)
    @GetMapping(path = PATH + "{service:[a-z-]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> document(@PathVariable String service, HttpServletRequest request)
            throws JsonProcessingException {
        var document = json.readValue(written(service, request), new TypeReference<LinkedHashMap<String, Object>>() {});
        // The service names its own address, which nobody outside reaches: everything goes through this door.
        document.put("servers", List.of(Map.of("url", "/")));
        return document;
    }

    private byte[] written(String service, HttpServletRequest request) throws JsonProcessingException {
        if (service.equals(GATEWAY)) {
            return own.openapiJson(request, WRITTEN_AT, Locale.ENGLISH);
        }
        if (!Routes.services().contains(service)) {
            throw new Problem(PlatformProblem.NOT_FOUND, service);
        }
        return services.get(service, WRITTEN_AT);
    }
}
