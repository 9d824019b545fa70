package io.motcua.local.signin;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.http.Browser;
import io.motcua.local.http.HtmlForm;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Signs in at an OpenID provider as a person does: authorization code flow with PKCE, through its login form. */
public final class Tokens {

    private static final String CLIENT = "motcua-cli";

    private final URI issuer;
    private final URI redirect;

    public Tokens(URI issuer) {
        this.issuer = issuer;
        this.redirect = URI.create("http://127.0.0.1:" + issuer.getPort() + "/cli/callback");
    }

    /** The access token of a sample sign-in. */
    public String of(String user) {
        JsonNode provider = Api.at(issuer)
                .get("/.well-known/openid-configuration")
                .expect(200)
                .json();
        var pkce = Pkce.fresh();
        String code =
                authorize(URI.create(provider.path("authorization_endpoint").asString()), user, pkce);
        return exchange(URI.create(provider.path("token_endpoint").asString()), code, pkce);
    }

    private String authorize(URI endpoint, String user, Pkce pkce) {
        String state = UUID.randomUUID().toString();
        var question = new LinkedHashMap<String, String>();
        question.put("response_type", "code");
        question.put("client_id", CLIENT);
        question.put("redirect_uri", redirect.toString());
        question.put("scope", "openid");
        question.put("state", state);
        question.put("code_challenge", pkce.challenge());
        question.put("code_challenge_method", "S256");
        var browser = new Browser();
        var page = browser.open(URI.create(endpoint + "?" + encode(question)));
        page.answer().expect(200);
        var form = HtmlForm.with("password", page.address(), page.answer().text())
                .fill("username", user)
                .fill("password", SignIns.PASSWORD);
        URI back = browser.submitUntil(form, redirect);
        if (!back.toString().startsWith(redirect.toString())) {
            throw new Failure("the sandbox has no sign-in '%s'".formatted(user));
        }
        var answer = query(back);
        if (!state.equals(answer.get("state")) || !answer.containsKey("code")) {
            throw new Failure("the sign-in of '%s' was refused: %s".formatted(user, answer.get("error")));
        }
        return answer.getOrDefault("code", "");
    }

    private String exchange(URI endpoint, String code, Pkce pkce) {
        var question = new LinkedHashMap<String, String>();
        question.put("grant_type", "authorization_code");
        question.put("client_id", CLIENT);
        question.put("code", code);
        question.put("redirect_uri", redirect.toString());
        question.put("code_verifier", pkce.verifier());
        return Api.at(endpoint)
                .post(
                        endpoint.getPath(),
                        "application/x-www-form-urlencoded",
                        encode(question).getBytes(StandardCharsets.US_ASCII))
                .expect(200)
                .json()
                .path("access_token")
                .asString();
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(URI address) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : address.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
