package io.motcua.dossier.complaints;

import io.motcua.dossier.complaints.Complaint.Kind;
import io.motcua.dossier.deadlines.TimeLimit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Times for an answer, and how much one person may say. The times are what is usual, not read in the gazette.
 *
 * @param feedbackDays working days
 * @param proposalDays working days
 * @param complaintDays days of the calendar (Law on Complaints 2011, article 28)
 * @param perDay what one person may file about an agency on one day, beside what is about his dossiers
 */
@Validated
@ConfigurationProperties("motcua.dossiers.complaints")
record ComplaintSettings(
        @DefaultValue("5") @Min(1) @Max(365) int feedbackDays,
        @DefaultValue("10") @Min(1) @Max(365) int proposalDays,
        @DefaultValue("30") @Min(1) @Max(365) int complaintDays,
        @DefaultValue("3") @Min(1) @Max(100) int perDay) {

    TimeLimit limit(Kind kind) {
        return switch (kind) {
            case FEEDBACK -> new TimeLimit(feedbackDays, TimeLimit.Unit.WORKING_DAY);
            case PROPOSAL -> new TimeLimit(proposalDays, TimeLimit.Unit.WORKING_DAY);
            case COMPLAINT -> new TimeLimit(complaintDays, TimeLimit.Unit.DAY);
        };
    }
}
