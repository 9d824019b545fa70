package io.motcua.platform.privacy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.motcua.platform.history.CanonicalJson;
import java.io.File;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Personal data in events: sealed as a JWE (RFC 7516) for each service that may read it, and for nobody else. */
public final class Envelopes {

    private final String service;
    private final JWKSet keys;

    Envelopes(String service, JWKSet keys) {
        this.service = service;
        this.keys = keys;
    }

    static Envelopes fromFile(String service, File file) {
        try {
            return new Envelopes(service, JWKSet.load(file));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("The envelope keys cannot be read from " + file, e);
        }
    }

    /** One envelope by name of the service that it is for. */
    public Map<String, String> seal(Object value, String... services) {
        var envelopes = new LinkedHashMap<String, String>();
        for (var recipient : services) {
            envelopes.put(recipient, seal(CanonicalJson.of(value), recipient));
        }
        return envelopes;
    }

    /** Opens the envelope that is for this service. */
    public <T> T open(Map<String, String> envelopes, Class<T> type) {
        var envelope = envelopes.get(service);
        if (envelope == null) {
            throw new IllegalArgumentException("There is no envelope for " + service);
        }
        try {
            var opened = JWEObject.parse(envelope);
            opened.decrypt(new ECDHDecrypter(key(service)));
            return CanonicalJson.MAPPER.readValue(opened.getPayload().toBytes(), type);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("The envelope for " + service + " cannot be opened", e);
        }
    }

    private String seal(String json, String recipient) {
        try {
            var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                    .keyID(recipient)
                    .build();
            var envelope = new JWEObject(header, new Payload(json));
            envelope.encrypt(new ECDHEncrypter(key(recipient).toPublicJWK()));
            return envelope.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot seal for " + recipient, e);
        }
    }

    private ECKey key(String owner) {
        if (keys.getKeyByKeyId(owner) instanceof ECKey key) {
            return key;
        }
        throw new IllegalStateException("There is no envelope key of " + owner);
    }
}
