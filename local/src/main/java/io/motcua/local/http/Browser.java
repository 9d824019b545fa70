package io.motcua.local.http;

import io.motcua.local.failure.Failure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** A browser as far as sign-in and payment need one: it keeps cookies, follows redirects, submits forms. */
public final class Browser {

    private static final int MOST_REDIRECTS = 10;

    private final Http http = Http.withCookies();

    /** Where it arrived, and what it saw there. */
    public record Page(URI address, Answer answer) {}

    public Page open(URI address) {
        return follow(address, HttpRequest.newBuilder(address).GET(), Optional.empty());
    }

    public Page submit(HtmlForm form) {
        return follow(target(form), request(form), Optional.empty());
    }

    /** Submits, and stops before the address that starts so; its page is of no interest, what it carries is. */
    public URI submitUntil(HtmlForm form, URI stop) {
        return follow(target(form), request(form), Optional.of(stop)).address();
    }

    private static URI target(HtmlForm form) {
        if (form.method().equals("POST")) {
            return form.action();
        }
        String plain = form.action().toString().replaceAll("[?#].*", "");
        return URI.create(plain + "?" + form.encoded());
    }

    private static HttpRequest.Builder request(HtmlForm form) {
        var request = HttpRequest.newBuilder(target(form));
        return form.method().equals("POST")
                ? request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.encoded()))
                : request.GET();
    }

    private Page follow(URI first, HttpRequest.Builder request, Optional<URI> stop) {
        URI address = first;
        Answer answer = send(request);
        for (int n = 0; n < MOST_REDIRECTS; n++) {
            Optional<String> location = answer.status() / 100 == 3 ? answer.header("Location") : Optional.empty();
            if (location.isEmpty()) {
                return new Page(address, answer);
            }
            address = address.resolve(location.get());
            if (stop.isPresent() && address.toString().startsWith(stop.get().toString())) {
                return new Page(address, answer);
            }
            answer = send(HttpRequest.newBuilder(address).GET());
        }
        throw new Failure(first + " redirects without end");
    }

    private Answer send(HttpRequest.Builder request) {
        return http.send(request.timeout(Http.TIMEOUT)
                .header("Accept", "text/html, */*;q=0.5")
                .header("Accept-Language", "en")
                .build());
    }
}
