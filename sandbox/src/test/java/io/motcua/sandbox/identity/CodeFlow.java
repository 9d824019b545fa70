package io.motcua.sandbox.identity;

import io.motcua.sandbox.Browser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Signs in as the command line does: authorization code with PKCE, over plain HTTP. */
final class CodeFlow {

    static final String REDIRECT = "http://127.0.0.1:54321/cli/callback";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-0123456789";

    final Browser browser;

    CodeFlow(Browser browser) {
        this.browser = browser;
    }

    static Map<String, String> request() {
        var request = new LinkedHashMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", "motcua-cli");
        request.put("redirect_uri", REDIRECT);
        request.put("scope", "openid profile");
        request.put("state", "a state");
        request.put("nonce", "n-0S6_WzA2Mj");
        request.put("code_challenge", challenge(VERIFIER));
        request.put("code_challenge_method", "S256");
        return request;
    }

    Browser.Page authorize(Map<String, String> request) {
        return browser.get("/oauth2/authorize?" + Browser.query(request), "Accept", "text/html");
    }

    Browser.Page login(String username, String password) {
        var fields = new HashMap<>(browser.get("/login").hiddenFields());
        fields.put("username", username);
        fields.put("password", password);
        return browser.postForm("/login", fields);
    }

    /** The address to which the browser is finally sent back. */
    String signIn(Map<String, String> request, String username) {
        authorize(request);
        return browser.get(login(username, "motcua").location()).location();
    }

    static Map<String, String> exchange(String code) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("client_id", "motcua-cli");
        fields.put("redirect_uri", REDIRECT);
        fields.put("code", code);
        fields.put("code_verifier", VERIFIER);
        return fields;
    }

    JsonNode tokens(String username) {
        var code = Browser.parameters(signIn(request(), username)).get("code");
        return browser.postForm("/oauth2/token", exchange(code)).json();
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
