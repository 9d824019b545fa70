package io.motcua.dossier.casework.web;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Opening;
import io.motcua.dossier.casework.Particulars;
import io.motcua.dossier.casework.Principal;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.identity.PersonalId;
import io.motcua.dossier.identity.TaxCode;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a draft is to hold. */
@Component
class Drafts {

    /** Papers are attached, not pasted into the form. */
    static final int LARGEST_FORM = 64 * 1024;

    private final JsonMapper json;
    private final Validator validator;
    private final Clock clock;

    Drafts(JsonMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /** What the applicant does not say of himself, his sign-in says. */
    Opening opening(Requests.Draft draft, Caller caller) {
        var said = particulars(draft.applicant());
        var particulars = draft.channel().byStaff()
                ? said
                : new Particulars(
                        said.name() == null ? caller.name() : said.name(),
                        said.personalId(),
                        said.taxCode(),
                        said.email() == null ? caller.email() : said.email(),
                        said.phone() == null ? caller.phone() : said.phone(),
                        said.address(),
                        said.actsFor(),
                        said.returnBy());
        var language = draft.language() == null ? caller.language() : draft.language();
        return new Opening(draft.service(), draft.channel(), language, particulars, form(draft.form()));
    }

    /** @throws Problem 422 that says of each number what is wrong with it */
    Particulars particulars(Requests.@Nullable PersonBody body) {
        var said = Requests.PersonBody.particulars(body);
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.VIETNAM);
        var personalId = Optional.ofNullable(said.personalId()).flatMap(it -> PersonalId.flaw(it, today));
        var taxCode = Optional.ofNullable(said.taxCode()).flatMap(it -> TaxCode.flaw(it, today));
        if (personalId.isPresent() || taxCode.isPresent()) {
            var problem = new Problem(DossierProblem.IDENTITY_NUMBER_INVALID);
            personalId.ifPresent(it -> problem.at("/applicant/personalId", it.code()));
            taxCode.ifPresent(it -> problem.at("/applicant/taxCode", it.code()));
            throw problem;
        }
        requireNumber(said.actsFor(), today);
        return said;
    }

    private static void requireNumber(Particulars.@Nullable ActsFor principal, LocalDate today) {
        if (principal == null) {
            return;
        }
        boolean person = principal.kind() == Principal.Kind.PERSON;
        var number = person ? principal.personalId() : principal.taxCode();
        var at = "/applicant/actsFor/" + (person ? "personalId" : "taxCode");
        if (number == null) {
            throw new Problem(PlatformProblem.INVALID_FIELD).at(at, "required");
        }
        (person ? PersonalId.flaw(number, today) : TaxCode.flaw(number, today)).ifPresent(it -> {
            throw new Problem(DossierProblem.IDENTITY_NUMBER_INVALID).at(at, it.code());
        });
    }

    /** Applies a merge patch (RFC 7396) to what the dossier holds. */
    Requests.Content patched(Dossier dossier, JsonNode patch) {
        var content = json.createObjectNode();
        content.set("applicant", json.valueToTree(Requests.PersonBody.of(dossier.applicant())));
        content.set("form", json.readTree(dossier.form()));
        var patched = read(MergePatch.apply(content, object(patch, "")));
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    String form(@Nullable JsonNode form) {
        var text = form == null || form.isNull() ? "{}" : json.writeValueAsString(object(form, "/form"));
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FORM) {
            throw new Problem(PlatformProblem.TOO_LARGE, LARGEST_FORM);
        }
        return text;
    }

    private static ObjectNode object(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(PlatformProblem.MALFORMED_BODY).at(pointer, "type");
    }

    private Requests.Content read(ObjectNode content) {
        try {
            return json.treeToValue(content, Requests.Content.class);
        } catch (UnrecognizedPropertyException e) {
            throw new Problem(PlatformProblem.UNKNOWN_FIELD, e.getPropertyName()).at(pointer(e), "unknown");
        } catch (JacksonException e) {
            throw new Problem(PlatformProblem.MALFORMED_BODY).at(pointer(e), "type");
        }
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        e.getPath().forEach(it -> pointer.append('/').append(it.getPropertyName()));
        return pointer.toString();
    }
}
