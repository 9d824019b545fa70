package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Attachment;
import io.motcua.dossier.casework.ResultDocument;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Personal data for those who need to tell people apart and no more. What is hidden shows no length. */
final class Masks {

    private static final String HIDDEN = "***";

    private Masks() {}

    static Requests.PersonBody person(Requests.PersonBody it) {
        return new Requests.PersonBody(
                name(it.name()),
                number(it.personalId()),
                number(it.taxCode()),
                email(it.email()),
                phone(it.phone()),
                address(it.address()),
                principal(it.actsFor()),
                returnBy(it.returnBy()));
    }

    private static Requests.@Nullable PrincipalBody principal(Requests.@Nullable PrincipalBody it) {
        return it == null
                ? null
                : new Requests.PrincipalBody(
                        it.kind(),
                        Objects.requireNonNullElse(name(it.name()), HIDDEN),
                        number(it.personalId()),
                        number(it.taxCode()));
    }

    private static Requests.@Nullable ReturnBody returnBy(Requests.@Nullable ReturnBody it) {
        return it == null ? null : new Requests.ReturnBody(it.channel(), address(it.address()));
    }

    /** The given name, which stands last, and the initials of the others: {@code N*** T*** Lan}. */
    static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return name;
        }
        var words = name.strip().split("\\s+");
        if (words.length == 1) {
            return initial(words[0]);
        }
        return Arrays.stream(words, 0, words.length - 1).map(Masks::initial).collect(Collectors.joining(" "))
                + " "
                + words[words.length - 1];
    }

    /** {@code 0201******34}: the place stays, and enough to compare with a card. */
    static @Nullable String number(@Nullable String number) {
        if (number == null) {
            return null;
        }
        return number.length() < 8 ? HIDDEN : number.substring(0, 4) + "******" + number.substring(number.length() - 2);
    }

    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        return phone.length() < 6 ? HIDDEN : "******" + phone.substring(phone.length() - 3);
    }

    static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        return at < 1 ? HIDDEN : initial(email) + email.substring(at);
    }

    /** The part behind the last comma: the province. */
    static @Nullable String address(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int comma = address.lastIndexOf(',');
        return comma < 0 ? HIDDEN : HIDDEN + address.substring(comma);
    }

    static Attachment paper(Attachment it) {
        return new Attachment(
                it.id(),
                it.component(),
                file(it.name()),
                it.contentType(),
                it.size(),
                it.sha256(),
                it.uploadedAt(),
                it.reused());
    }

    static ResultDocument result(ResultDocument it) {
        return new ResultDocument(
                it.id(),
                file(it.name()),
                it.contentType(),
                it.size(),
                it.sha256(),
                it.uploadedAt(),
                it.decisionNumber(),
                it.signature());
    }

    /** People call files by whom they are of. */
    private static String file(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? HIDDEN : HIDDEN + name.substring(dot);
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)) + HIDDEN;
    }
}
