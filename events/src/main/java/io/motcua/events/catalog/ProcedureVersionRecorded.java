package io.motcua.events.catalog;

import io.motcua.events.EventType;
import io.motcua.events.Names;
import io.motcua.events.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a procedure as it now stands: published, or withdrawn later.
 *
 * @param code the national code, such as {@code 1.004222}, or a local one with the agency's prefix
 * @param version counts from 1
 * @param status {@code PUBLISHED} or {@code WITHDRAWN}
 * @param tier {@code PROVINCE}, {@code DISTRICT}, {@code COMMUNE} or {@code MINISTRY}
 * @param levelScheme the scheme that levelCode belongs to, such as {@code 32/2017/TT-BTTTT} (levels 1 to 4)
 * @param eligibility {@code ELIGIBLE} or {@code INELIGIBLE} for full online service
 * @param intakePolicy {@code ANY} or {@code ONLINE_ONLY}
 * @param minimumIdentityLevel of the applicant's sign-in, 0 to 2
 * @param form the JSON Schema (2020-12) of the form, as JSON text; null if any form will do
 * @param sample true where the entry is made up for demonstration
 */
public record ProcedureVersionRecorded(
        String agency,
        String code,
        int version,
        String status,
        Names names,
        String tier,
        String sector,
        List<String> audiences,
        String levelScheme,
        String levelCode,
        String eligibility,
        String intakePolicy,
        List<ChannelTerms> channels,
        List<Component> components,
        String receivingUnit,
        String calendar,
        Names result,
        int minimumIdentityLevel,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean sample,
        @Nullable String form) {

    public static final EventType<ProcedureVersionRecorded> TYPE = new EventType<>(
            "io.motcua.catalog.procedure-version-recorded.v1", Topics.CATALOG, ProcedureVersionRecorded.class);

    public ProcedureVersionRecorded {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(sector, "sector");
        audiences = List.copyOf(audiences);
        Objects.requireNonNull(levelScheme, "levelScheme");
        Objects.requireNonNull(levelCode, "levelCode");
        Objects.requireNonNull(eligibility, "eligibility");
        Objects.requireNonNull(intakePolicy, "intakePolicy");
        channels = List.copyOf(channels);
        components = List.copyOf(components);
        Objects.requireNonNull(receivingUnit, "receivingUnit");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(validFrom, "validFrom");
    }
}
