package io.motcua.dossier.casework;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an applicant says of himself, for whom he acts and how the result is to come to him. */
public record Particulars(
        @Nullable String name,
        @Nullable String personalId,
        @Nullable String taxCode,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable ActsFor actsFor,
        @Nullable ReturnWish returnBy) {

    public static final Particulars NONE = new Particulars(null, null, null, null, null, null, null, null);

    /** A person has a personal id, an organisation a tax code. */
    public record ActsFor(
            Principal.Kind kind,
            String name,
            @Nullable String personalId,
            @Nullable String taxCode) {

        private Principal as(UnaryOperator<String> keys) {
            var number = kind == Principal.Kind.PERSON ? personalId : taxCode;
            return new Principal(
                    keys.apply(Objects.requireNonNull(number, "who is acted for has a number")),
                    kind,
                    name,
                    personalId,
                    taxCode);
        }
    }

    /** @param keys the opaque key of a person or an organisation by its number */
    Applicant as(String person, UnaryOperator<String> keys) {
        return new Applicant(
                person,
                name,
                personalId,
                taxCode,
                email,
                phone,
                address,
                actsFor == null ? null : actsFor.as(keys),
                returnBy);
    }
}
