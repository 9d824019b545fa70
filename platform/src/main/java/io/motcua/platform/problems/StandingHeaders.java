package io.motcua.platform.problems;

import java.util.Map;

/**
 * What every answer tells a browser: that it is data, to be neither run nor framed nor told of elsewhere. A page says
 * otherwise in its own header, which wins. What is not said to be public is not kept either (Spring Security's default), and
 * behind TLS the browser is told to stay with it.
 */
public final class StandingHeaders {

    public static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY", // what browsers went by before frame-ancestors
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer", // an address may hold a dossier's code
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private StandingHeaders() {}
}
