package io.motcua.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What passes this door. Rates hold for all instances of the gateway together, numbers of requests under way for each.
 *
 * @param client of one person, or of one address that is not signed in, at one agency
 * @param agency of all clients at one agency
 * @param agencies by code, where an agency's differs
 * @param underWay of all requests at a time
 * @param underWayAtAgency at one agency's part of one service at a time
 * @param streams answers that go on for minutes, of all requests at a time; they count among nothing else
 * @param streamsAtAgency at one agency's part of one service at a time
 */
@Validated
@ConfigurationProperties("motcua.gateway.limits")
record LimitSettings(
        @Valid @DefaultValue Client client,
        @Valid @DefaultValue Agency agency,
        @Valid @DefaultValue Map<String, Rate> agencies,
        @DefaultValue("512") @Min(1) int underWay,
        @DefaultValue("128") @Min(1) int underWayAtAgency,
        @DefaultValue("1024") @Min(1) int streams,
        @DefaultValue("512") @Min(1) int streamsAtAgency) {

    record Client(
            @DefaultValue("50") double perSecond,
            @DefaultValue("200") double burst) {}

    record Agency(
            @DefaultValue("1000") double perSecond,
            @DefaultValue("2000") double burst) {}

    Rate ofClient() {
        return new Rate(client.perSecond(), client.burst());
    }

    Rate of(String agency) {
        return agencies.getOrDefault(agency, new Rate(this.agency.perSecond(), this.agency.burst()));
    }
}
