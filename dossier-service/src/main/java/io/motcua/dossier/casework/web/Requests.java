package io.motcua.dossier.casework.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.motcua.dossier.casework.Applicant;
import io.motcua.dossier.casework.Particulars;
import io.motcua.dossier.casework.Principal;
import io.motcua.dossier.casework.ReturnChannel;
import io.motcua.dossier.casework.ReturnWish;
import io.motcua.dossier.procedures.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that casework reads. */
final class Requests {

    private static final int WORDS = 2_000;

    private Requests() {}

    record Draft(
            @NotBlank @Size(max = 60) String service,
            @NotNull Channel channel,
            @Pattern(regexp = "vi|en") @Nullable String language,
            @Valid @Nullable PersonBody applicant,
            @Nullable JsonNode form) {}

    /** What of a dossier its applicant may change. */
    record Content(
            @Valid @Nullable PersonBody applicant, @Nullable JsonNode form) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonBody(
            @Size(max = 200) @Nullable String name,

            @Schema(pattern = "\\d{9}|\\d{12}") @Size(max = 20) @Nullable
            String personalId,

            @Schema(pattern = "\\d{10}(-\\d{3})?|\\d{12}") @Size(max = 20) @Nullable
            String taxCode,

            @Email @Size(max = 254) @Nullable String email,

            @Pattern(regexp = "(\\+?84|0)\\d{9,10}") @Nullable
            String phone,

            @Size(max = 500) @Nullable String address,
            @Valid @Nullable PrincipalBody actsFor,
            @Valid @Nullable ReturnBody returnBy) {

        static PersonBody of(Applicant it) {
            return new PersonBody(
                    it.name(),
                    it.personalId(),
                    it.taxCode(),
                    it.email(),
                    it.phone(),
                    it.address(),
                    PrincipalBody.of(it.actsFor()),
                    ReturnBody.of(it.returnBy()));
        }

        static Particulars particulars(@Nullable PersonBody it) {
            return it == null
                    ? Particulars.NONE
                    : new Particulars(
                            it.name,
                            it.personalId,
                            it.taxCode,
                            it.email,
                            it.phone,
                            it.address,
                            it.actsFor == null ? null : it.actsFor.said(),
                            it.returnBy == null ? null : new ReturnWish(it.returnBy.channel, it.returnBy.address));
        }
    }

    /** For whom the applicant acts: a person has a personal id, an organisation a tax code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PrincipalBody(
            @NotNull Principal.Kind kind,
            @NotBlank @Size(max = 200) String name,

            @Schema(pattern = "\\d{9}|\\d{12}") @Size(max = 20) @Nullable
            String personalId,

            @Schema(pattern = "\\d{10}(-\\d{3})?|\\d{12}") @Size(max = 20) @Nullable
            String taxCode) {

        static @Nullable PrincipalBody of(@Nullable Principal it) {
            return it == null ? null : new PrincipalBody(it.kind(), it.name(), it.personalId(), it.taxCode());
        }

        Particulars.ActsFor said() {
            return new Particulars.ActsFor(kind, name, personalId, taxCode);
        }
    }

    /** How the result is to come; by post to this address, or to the applicant's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReturnBody(
            @NotNull ReturnChannel channel,
            @Size(max = 500) @Nullable String address) {

        static @Nullable ReturnBody of(@Nullable ReturnWish it) {
            return it == null ? null : new ReturnBody(it.channel(), it.address());
        }
    }

    /** A command that needs no words. */
    record Nothing() {}

    record Reason(@NotBlank @Size(max = WORDS) String reason) {}

    record Wish(@Size(max = WORDS) @Nullable String reason) {}

    record Supplement(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 500) String> items,
            @Nullable Instant deadline) {}

    record Brought(@Size(max = WORDS) @Nullable String note) {}

    record HandOver(
            @NotBlank @Size(max = 60) String unit,
            @Size(max = 60) @Nullable String officer) {}

    record PaymentDemand(
            @NotNull @Pattern(regexp = "FEE|CHARGE|OBLIGATION")
            String purpose,

            @NotNull @Valid Amount amount,
            @NotBlank @Size(max = 255) String description) {}

    /** Whole đồng. */
    record Amount(
            @Min(1) @Max(1_000_000_000_000L) long amount,
            @NotNull @Pattern(regexp = "VND") String currency) {}

    record Signature(@NotBlank @Size(max = 100) String decisionNumber) {}

    record ApologyBody(
            @NotBlank @Size(max = WORDS) String reason,
            @NotNull Instant newDueAt) {}

    record Returned(
            @NotNull ReturnChannel channel,
            @Size(max = 60) @Nullable String postalItem) {}

    record Stars(
            @Min(1) @Max(5) int stars,
            @Size(max = WORDS) @Nullable String comment) {}
}
