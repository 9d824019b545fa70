package io.motcua.catalog.procedures;

import io.motcua.events.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A procedure as somebody hands it in: anything may be missing or wrong, so nothing is refused before all of it has been
 * looked at. Numbers are decimals here, lest {@code 7500.5} be cut to a lawful fee.
 */
public record Submission(
        @Nullable Names names,
        @Nullable String tier,
        @Nullable String sector,
        @Nullable List<String> audiences,
        @Nullable String levelScheme,
        @Nullable String levelCode,
        @Nullable EligibilityPart eligibility,
        @Nullable String intakePolicy,
        @Nullable List<String> onlineSteps,
        @Nullable List<ChannelPart> channels,
        @Nullable List<ComponentPart> components,
        @Nullable String receivingUnit,
        @Nullable String calendar,
        @Nullable Names result,
        @Nullable BigDecimal minimumIdentityLevel,
        @Nullable List<String> legalBasis,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Boolean sample,
        @Nullable String source,
        @Nullable JsonNode form) {

    public record EligibilityPart(
            @Nullable String status,
            @Nullable String reasonCode,
            @Nullable String reasonText,
            @Nullable String decision,
            @Nullable LocalDate date) {}

    public record ChannelPart(
            @Nullable String channel,
            @Nullable LimitPart limit,
            @Nullable List<FeePart> fees,
            @Nullable String note) {}

    public record LimitPart(
            @Nullable BigDecimal amount, @Nullable String unit) {}

    public record FeePart(
            @Nullable String kind,
            @Nullable String name,
            @Nullable MoneyPart amount,
            @Nullable String collectAt,
            @Nullable String note) {}

    public record MoneyPart(
            @Nullable BigDecimal amount, @Nullable String currency) {}

    public record ComponentPart(
            @Nullable String id,
            @Nullable String name,
            @Nullable BigDecimal originals,
            @Nullable BigDecimal copies,
            @Nullable Boolean required,
            @Nullable List<String> contentTypes) {}
}
