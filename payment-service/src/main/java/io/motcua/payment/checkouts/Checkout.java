package io.motcua.payment.checkouts;

import java.net.URI;
import java.time.Instant;

/**
 * The way to the bank.
 *
 * @param attempt counts from 1
 * @param reference what the bank knows the attempt by
 * @param url the bank's page, signed
 * @param expiresAt after this the bank takes no money for it
 */
public record Checkout(int attempt, String reference, URI url, Instant expiresAt) {}
