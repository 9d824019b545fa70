package io.motcua.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway takes at most.
 *
 * @param maxBody 12 MB: an attachment of 10 MB with room for its frame
 */
@ConfigurationProperties("motcua.gateway.edge")
record EdgeSettings(@DefaultValue("12MB") DataSize maxBody) {}
