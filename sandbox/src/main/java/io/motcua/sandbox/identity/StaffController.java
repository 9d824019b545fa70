package io.motcua.sandbox.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells who an agency's sample staff is, for the catalogue's record of it. */
@RestController
class StaffController {

    private static final Pattern AGENCY = Pattern.compile("[A-Z]\\d{2}");

    /** @param role at the agency */
    record Member(String username, String personalId, String role) {}

    record Staff(List<Member> items) {}

    @GetMapping("/sign-ins/{agency}")
    Staff of(@PathVariable String agency) {
        if (!AGENCY.matcher(agency).matches()) {
            var reason = "An agency's code is a capital letter and two digits";
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, reason), null);
        }
        return new Staff(SampleStaff.of(agency)
                .map(it -> new Member(
                        it.username(),
                        String.valueOf(it.personalId()),
                        it.roles().getFirst().substring(agency.length() + 1)))
                .toList());
    }
}
