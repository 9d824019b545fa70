package io.motcua.dossier.signatures;

/** The key or its house does not answer as it should; the document is not at fault. */
public final class SignatureFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignatureFailed(String message) {
        super(message);
    }

    SignatureFailed(String message, Exception cause) {
        super(message, cause);
    }
}
