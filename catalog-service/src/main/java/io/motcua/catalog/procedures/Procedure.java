package io.motcua.catalog.procedures;

import io.motcua.events.Names;
import io.motcua.events.catalog.ChannelTerms;
import io.motcua.events.catalog.Component;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a procedure asks and gives, over a span of days. The content of a version; it never changes.
 *
 * @param tier and {@code levelScheme}, {@code levelCode}: words of the classification in force on {@code validFrom}
 * @param intakePolicy {@code ANY} or {@code ONLINE_ONLY}
 * @param onlineSteps which of the five steps can be done online, also where the whole cannot
 * @param form the JSON Schema of the form, as text: a store has its own ideas about keys such as {@code $ref}
 * @param sample true where the entry is made up, or stands for a service of which only the number is known
 * @param source where the content comes from
 */
public record Procedure(
        Names names,
        String tier,
        String sector,
        List<String> audiences,
        String levelScheme,
        String levelCode,
        Eligibility eligibility,
        String intakePolicy,
        List<String> onlineSteps,
        List<ChannelTerms> channels,
        List<Component> components,
        String receivingUnit,
        String calendar,
        Names result,
        int minimumIdentityLevel,
        List<String> legalBasis,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean sample,
        String source,
        @Nullable String form) {

    public Procedure {
        audiences = List.copyOf(audiences);
        onlineSteps = List.copyOf(onlineSteps);
        channels = List.copyOf(channels);
        components = List.copyOf(components);
        legalBasis = List.copyOf(legalBasis);
    }

    public boolean eligible() {
        return eligibility.status().equals(Eligibility.ELIGIBLE);
    }
}
