package io.motcua.sandbox.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Staff of any agency, so that one added a minute ago has somebody who can sign in: {@code receptionist@H99}. Made up from
 * the user name alone; whoever is listed in the data file is not.
 */
final class SampleStaff {

    private static final Pattern USERNAME = Pattern.compile("([a-z-]+)@([A-Z])(\\d{2})");

    private static final List<Job> JOBS = List.of(
            new Job("receptionist", "Cán bộ một cửa"),
            new Job("specialist", "Chuyên viên"),
            new Job("leader", "Lãnh đạo"),
            new Job("catalogue-editor", "Biên tập viên"),
            new Job("accountant", "Kế toán"),
            new Job("agency-admin", "Quản trị viên"),
            new Job("auditor", "Thanh tra viên"));

    private record Job(String role, String name) {}

    private SampleStaff() {}

    static Optional<SignIn> named(String username) {
        var matcher = USERNAME.matcher(username);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return JOBS.stream()
                .filter(it -> it.role().equals(matcher.group(1)))
                .findFirst()
                .map(it -> person(it, matcher.group(2) + matcher.group(3)));
    }

    static Stream<SignIn> of(String agency) {
        return JOBS.stream().map(it -> person(it, agency));
    }

    private static SignIn person(Job job, String agency) {
        return new SignIn(
                job.role() + "@" + agency,
                "motcua",
                job.name() + " mẫu " + agency,
                personalId(job, agency),
                job.role() + "@" + agency.toLowerCase(Locale.ROOT) + ".example.vn",
                null,
                "vi",
                2,
                List.of(agency + ":" + job.role()));
    }

    /** Twelve digits as everybody's, but of no province: those begin below 100. */
    private static String personalId(Job job, String agency) {
        return "900%02d%s%05d".formatted(agency.charAt(0) - 'A' + 1, agency.substring(1), JOBS.indexOf(job) + 1);
    }
}
