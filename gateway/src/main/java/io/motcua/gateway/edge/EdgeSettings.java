package io.motcua.gateway.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway takes at most.
 *
 * @param maxBody of what is uploaded. 12 MB: an attachment of 10 MB with room for its frame
 * @param smallBody of everything else
 * @param headersWithin how long a request's headers may take from their first byte
 * @param bodyGrace after how much waiting for its sender, or for its reader, a body is judged by its pace, each time anew
 * @param bodyPace what has to move for each second of that
 * @param connections altogether; more are closed when they come
 * @param connectionsOfClient of one address (IPv6: of one /64). Generous, for behind it may be a whole office
 * @param redirectPort answers only where the port with TLS is; 0 for none
 * @param httpsPort as callers see it
 * @param pagePolicy the content security policy of the API documents' page
 */
@ConfigurationProperties("motcua.gateway.edge")
record EdgeSettings(
        @DefaultValue("12MB") DataSize maxBody,
        @DefaultValue("256KB") DataSize smallBody,
        @DefaultValue("15s") Duration headersWithin,
        @DefaultValue("20s") Duration bodyGrace,
        @DefaultValue("1KB") DataSize bodyPace,
        @DefaultValue("4096") int connections,
        @DefaultValue("1024") int connectionsOfClient,

        @DefaultValue("0") int redirectPort,
        @DefaultValue("443") int httpsPort,

        @DefaultValue("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        String pagePolicy) {}
