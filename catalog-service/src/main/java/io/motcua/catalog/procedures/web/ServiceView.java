package io.motcua.catalog.procedures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.motcua.catalog.procedures.Eligibility;
import io.motcua.catalog.procedures.ProcedureVersion;
import io.motcua.catalog.procedures.Withdrawal;
import io.motcua.events.Names;
import io.motcua.events.catalog.ChannelTerms;
import io.motcua.events.catalog.Component;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version of a procedure as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceView(
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
        EligibilityView eligibility,
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
        @Nullable JsonNode form,
        @Nullable Withdrawal withdrawal) {

    private static final JsonMapper JSON = JsonMapper.shared();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EligibilityView(
            String status,
            @Nullable String reasonCode,
            @Nullable String reasonText,
            @Nullable String decision,
            @Nullable LocalDate date) {

        static EligibilityView of(Eligibility it) {
            return new EligibilityView(it.status(), it.reasonCode(), it.reasonText(), it.decision(), it.date());
        }
    }

    static ServiceView of(ProcedureVersion it) {
        var content = it.content();
        return new ServiceView(
                it.agency(),
                it.code(),
                it.version(),
                it.status(),
                content.names(),
                content.tier(),
                content.sector(),
                content.audiences(),
                content.levelScheme(),
                content.levelCode(),
                EligibilityView.of(content.eligibility()),
                content.intakePolicy(),
                content.onlineSteps(),
                content.channels(),
                content.components(),
                content.receivingUnit(),
                content.calendar(),
                content.result(),
                content.minimumIdentityLevel(),
                content.legalBasis(),
                it.validFrom(),
                it.validTo(),
                content.sample(),
                content.source(),
                content.form() == null ? null : JSON.readTree(content.form()),
                it.withdrawal());
    }
}
