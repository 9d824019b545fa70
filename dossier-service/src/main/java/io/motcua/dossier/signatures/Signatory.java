package io.motcua.dossier.signatures;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Signs bytes with a private key that it shows to nobody; the key may be in a file, a token or another house. */
public interface Signatory {

    /** The certificate of the key, and those that vouch for it. */
    List<X509Certificate> chain();

    /** As the JDK names it, such as {@code SHA256withECDSA}. */
    String algorithm();

    byte[] sign(byte[] bytes) throws GeneralSecurityException;
}
