package io.motcua.platform.anchors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.File;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign anchors: a JWK set (RFC 7517) of elliptic-curve keys on P-256. The first with a private part signs; the
 * others are those of earlier years, kept so that old anchors can still be checked.
 */
public final class AnchorKeys {

    private static final JOSEObjectType TYPE = new JOSEObjectType("motcua-anchor");

    private final JWKSet keys;
    private final @Nullable ECKey signing;

    AnchorKeys(JWKSet keys) {
        this.keys = keys;
        this.signing = keys.getKeys().stream()
                .filter(JWK::isPrivate)
                .map(AnchorKeys::onP256)
                .findFirst()
                .orElse(null);
    }

    static AnchorKeys fromFile(File file) {
        try {
            return new AnchorKeys(JWKSet.load(file));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("The anchors' keys cannot be read from " + file, e);
        }
    }

    /** Whether anchors can be made. */
    public boolean sign() {
        return signing != null;
    }

    /** The public halves, as a JWK set. */
    public Map<String, Object> published() {
        return keys.toPublicJWKSet().toJSONObject();
    }

    String sign(String json) {
        if (signing == null) {
            throw new IllegalStateException("There is no key to sign anchors with");
        }
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(TYPE)
                    .keyID(signing.getKeyID())
                    .build();
            var signed = new JWSObject(header, new Payload(json));
            signed.sign(new ECDSASigner(signing));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("An anchor cannot be signed", e);
        }
    }

    private static ECKey onP256(JWK key) {
        if (key instanceof ECKey it && Curve.P_256.equals(it.getCurve()) && it.getKeyID() != null) {
            return it;
        }
        throw new IllegalStateException("Anchors are signed by EC keys on P-256 that have a kid");
    }
}
