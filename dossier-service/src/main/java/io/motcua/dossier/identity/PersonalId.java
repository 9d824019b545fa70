package io.motcua.dossier.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person's number: the twelve digits of số định danh cá nhân (CCCD), or the nine of the card before it (CMND), which old
 * dossiers name. The twelve are place of the registration of birth (3), century and sex (1), year of birth (2), and six at
 * random; there is no check digit, so a wrong one among these six cannot be found.
 */
public final class PersonalId {

    private static final Pattern CARD = Pattern.compile("[0-9]{12}");
    private static final Pattern OLDER_CARD = Pattern.compile("[0-9]{9}");

    /** From here on stand the codes of countries, for those born abroad; their table was not seen. */
    private static final int ABROAD = 100;

    /** The provinces as they were when people were born: numbers outlive mergers. */
    private static final Set<Integer> PROVINCES = Set.of(
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96);

    private PersonalId() {}

    public static Optional<Flaw> flaw(String number, LocalDate today) {
        if (OLDER_CARD.matcher(number).matches()) {
            return Optional.empty();
        }
        if (!CARD.matcher(number).matches()) {
            return Optional.of(Flaw.PERSONAL_ID_LENGTH);
        }
        int place = Integer.parseInt(number, 0, 3, 10);
        if (place < ABROAD && !PROVINCES.contains(place)) {
            return Optional.of(Flaw.PERSONAL_ID_PLACE);
        }
        return birthYear(number) > today.getYear() ? Optional.of(Flaw.PERSONAL_ID_BIRTH_YEAR) : Optional.empty();
    }

    /** 0 and 1 stand for men and women of 1900 to 1999, 2 and 3 for those of 2000 to 2099, and so on. */
    private static int birthYear(String card) {
        int century = 1900 + 100 * (Character.digit(card.charAt(3), 10) / 2);
        return century + Integer.parseInt(card, 4, 6, 10);
    }
}
