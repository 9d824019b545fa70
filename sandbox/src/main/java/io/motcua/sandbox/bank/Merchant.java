package io.motcua.sandbox.bank;

import java.net.URI;

/**
 * Who gets money through this bank.
 *
 * @param code {@code vnp_TmnCode}
 * @param secret what both sides sign with
 * @param ipnUrl where the bank reports payments; it is agreed by contract and never part of a request
 */
record Merchant(String code, String secret, String name, URI ipnUrl) {}
