package io.motcua.dossier.casework;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The watch over due dates; all durations are opening time, of which a working day usually has eight hours.
 *
 * @param dueSoon how long before a due date the office is reminded
 * @param apology how long before it an apology is drafted; the law wants it given a day before at the latest
 * @param apologyExtension how far after the due date the draft puts the new appointment
 * @param mailboxes the address that the officers and leaders of a unit read, by unit
 * @param sweep how often is looked for alarms that ring
 */
@Validated
@ConfigurationProperties("motcua.dossiers.watch")
record WatchSettings(
        @DefaultValue("16h") @DurationMin Duration dueSoon,
        @DefaultValue("12h") @DurationMin Duration apology,
        @DefaultValue("16h") @DurationMin(minutes = 1) Duration apologyExtension,
        @DefaultValue Map<String, @NotBlank @Email String> mailboxes,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration sweep) {

    WatchSettings {
        mailboxes = Map.copyOf(mailboxes);
    }

    Leads leads() {
        return new Leads(dueSoon, apology, apologyExtension);
    }
}
