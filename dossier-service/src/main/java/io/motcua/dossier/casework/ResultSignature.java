package io.motcua.dossier.casework;

import java.time.Instant;

/**
 * The agency's signature in a result.
 *
 * @param certificate SHA-256 of the certificate, whose subject stands in the document and nowhere else
 * @param mark what the QR code on the document ends in; nobody guesses it
 */
public record ResultSignature(String format, Instant signedAt, String certificate, String mark) {}
