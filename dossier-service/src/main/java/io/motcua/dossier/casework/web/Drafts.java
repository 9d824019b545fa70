package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Opening;
import io.motcua.dossier.casework.Particulars;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
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

    Drafts(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What the applicant does not say of himself, his sign-in says. */
    Opening opening(Requests.Draft draft, Caller caller) {
        var said = Requests.PersonBody.particulars(draft.applicant());
        var particulars = draft.channel().byStaff()
                ? said
                : new Particulars(
                        said.name() == null ? caller.name() : said.name(),
                        said.personalId(),
                        said.email() == null ? caller.email() : said.email(),
                        said.phone() == null ? caller.phone() : said.phone(),
                        said.address());
        var language = draft.language() == null ? caller.language() : draft.language();
        return new Opening(draft.service(), draft.channel(), language, particulars, form(draft.form()));
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
