package io.motcua.gateway.forwarding;

import io.motcua.platform.security.Access;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where own instances look up what they trust ({@code MOTCUA_GATEWAY_KEYS}). */
@RestController
class KeySet {

    private final SigningKeys keys;

    KeySet(SigningKeys keys) {
        this.keys = keys;
    }

    @Access(Access.Who.ANYONE)
    @GetMapping(path = "/oauth2/jwks", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
                .body(keys.shown().toJSONObject());
    }
}
