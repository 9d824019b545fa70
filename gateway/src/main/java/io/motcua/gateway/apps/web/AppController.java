package io.motcua.gateway.apps.web;

import io.motcua.gateway.apps.ApiKey;
import io.motcua.gateway.apps.App;
import io.motcua.gateway.apps.Apps;
import io.motcua.gateway.apps.LastUses;
import io.motcua.gateway.apps.Wish;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.requests.AnsweredOnce;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator manages all apps, an agency's administrator those of the agency. */
@RestController
@RequestMapping(AppController.PATH)
class AppController {

    static final String PATH = "/api/v1/apps";

    private static final String OPERATOR = "operator";
    private static final String ADMINISTRATOR = "agency-admin";

    private final Apps apps;
    private final LastUses uses;

    AppController(Apps apps, LastUses uses) {
        this.apps = apps;
        this.uses = uses;
    }

    /**
     * @param agency to which the app belongs; without one it is the platform's, which is for the operator to say
     * @param agencies that the app may call, {@code *} for all; that of its own alone, if it belongs to one
     * @param scopes such as {@code dossiers:read}
     * @param quota 50 requests a second and 200 at once, if nothing is said
     * @param origins of the pages from which browsers call: {@code https://host}
     */
    record NewApp(
            @Nullable String name,
            @Nullable String agency,
            @Nullable List<@Nullable String> agencies,
            @Nullable List<@Nullable String> scopes,
            Wish.@Nullable WishedQuota quota,
            @Nullable List<@Nullable String> origins) {

        Wish wish() {
            return new Wish(name, agencies, scopes, quota, origins);
        }
    }

    /** What is not there stays as it is; a list or a quota that is there takes the place of the former. */
    record Change(
            @Nullable String name,
            @Nullable List<@Nullable String> agencies,
            @Nullable List<@Nullable String> scopes,
            Wish.@Nullable WishedQuota quota,
            @Nullable List<@Nullable String> origins) {

        Wish wish() {
            return new Wish(name, agencies, scopes, quota, origins);
        }
    }

    /** @param expires in a year, if nothing is said; in two at most */
    record NewKey(@Nullable Instant expires) {}

    /** @param key what the app sends; it is shown this once and kept nowhere. Not there when the same request is repeated */
    record IssuedKey(String id, @Nullable String key, Instant created, Instant expires) {}

    @GetMapping
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    Page<AppView> list(@RequestParam @Nullable String agency, PageRequest page, Caller caller) {
        var found = apps.list(caller, agency, page.cursor(), page.limit() + 1);
        var total = page.count() ? apps.count(caller, agency) : null;
        var days = uses.of(found.stream().map(Snapshot::state).toList());
        return Page.of(found, page, Snapshot::id, total).map(it -> AppView.of(it, days));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    ResponseEntity<AppView> register(@RequestBody NewApp body, Cause cause, Caller caller) {
        var app = apps.register(caller, body.wish(), body.agency(), cause);
        return view(ResponseEntity.created(URI.create(PATH + "/" + app.id())), app);
    }

    @GetMapping("/{app}")
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    ResponseEntity<AppView> get(@PathVariable String app, Caller caller) {
        return view(ResponseEntity.ok(), apps.get(caller, app));
    }

    @PatchMapping(path = "/{app}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    ResponseEntity<AppView> change(
            @PathVariable String app, @RequestBody Change body, IfMatch ifMatch, Cause cause, Caller caller) {
        return view(ResponseEntity.ok(), apps.change(caller, app, body.wish(), cause, ifMatch.required()));
    }

    @DeleteMapping("/{app}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    void remove(@PathVariable String app, IfMatch ifMatch, Cause cause, Caller caller) {
        apps.remove(caller, app, cause, ifMatch.required());
    }

    @PostMapping(path = "/{app}/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @AnsweredOnce
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    ResponseEntity<IssuedKey> issue(@PathVariable String app, @RequestBody NewKey body, Cause cause, Caller caller) {
        var issued = apps.issue(caller, app, body.expires(), cause);
        ApiKey key = issued.key();
        return ResponseEntity.created(URI.create(PATH + "/" + app + "/keys/" + key.id()))
                .cacheControl(CacheControl.noStore())
                .body(new IssuedKey(key.id(), issued.text(), key.created(), key.expires()));
    }

    /** In an emergency it should not matter what else has changed; whoever wants it to says {@code If-Match}. */
    @DeleteMapping("/{app}/keys/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(
            value = Access.Who.ROLES,
            roles = {OPERATOR, ADMINISTRATOR},
            atAnyAgency = true)
    void revoke(@PathVariable String app, @PathVariable String key, IfMatch ifMatch, Cause cause, Caller caller) {
        apps.revoke(caller, app, key, cause, ifMatch.revision());
    }

    private ResponseEntity<AppView> view(ResponseEntity.BodyBuilder response, Snapshot<App> app) {
        return response.eTag(ETags.of(app.revision())).body(AppView.of(app, uses.of(List.of(app.state()))));
    }
}
