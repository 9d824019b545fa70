package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Purpose;
import io.motcua.dossier.casework.Purposes;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The header {@code Read-Purpose}, with which staff may say why they read. */
@Component
class StatedPurpose implements Purposes {

    static final String HEADER = "Read-Purpose";

    /** @throws Problem 400 if it is none that there is: the citizen is to understand it */
    @Override
    public Optional<Purpose> stated() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)) {
            return Optional.empty();
        }
        var said = here.getRequest().getHeader(HEADER);
        return said == null || said.isBlank()
                ? Optional.empty()
                : Optional.of(Purpose.of(said.strip())
                        .orElseThrow(
                                () -> new Problem(PlatformProblem.INVALID_PARAMETER, HEADER).at(HEADER, "invalid")));
    }
}
