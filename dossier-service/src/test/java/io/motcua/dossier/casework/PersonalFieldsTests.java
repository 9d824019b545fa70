package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalFieldsTests {

    /** Ids, codes, digests, names of laws and amounts: they say nothing of the applicant. */
    private static final List<String> CLEAR = List.of(
            "id",
            "agency",
            "code",
            "language",
            "applicant/person",
            "applicant/actsFor/person",
            "terms/*",
            "attachments/*/id",
            "attachments/*/component",
            "attachments/*/contentType",
            "attachments/*/sha256",
            "attachments/*/reused/dossier",
            "attachments/*/reused/paper",
            "attachments/*/reused/content",
            "demands/*",
            "result/id",
            "result/contentType",
            "result/sha256",
            "result/decisionNumber",
            "assignment/*",
            "reckoning/*",
            "slips/*");

    /** Whoever adds a text to a dossier says here or there what it is. */
    @Test
    void every_text_of_a_dossier_is_sealed_or_says_nothing_of_people() {
        var texts = new ArrayList<String>();
        collect(Dossier.class, "", texts);
        texts.removeIf(PersonalFieldsTests::clear);

        assertThat(texts).containsExactlyInAnyOrderElementsOf(PersonalFields.OF_DOSSIER);
    }

    private static boolean clear(String path) {
        return CLEAR.stream()
                .anyMatch(it -> it.endsWith("/*") && !it.startsWith("attachments")
                        ? path.startsWith(it.substring(0, it.length() - 1))
                        : it.equals(path));
    }

    private static void collect(Type type, String path, List<String> texts) {
        switch (type) {
            case ParameterizedType list
            when List.class.equals(list.getRawType()) -> collect(list.getActualTypeArguments()[0], path + "/*", texts);
            case Class<?> text when text == String.class -> texts.add(path);
            case Class<?> record
            when record.isRecord() -> {
                for (RecordComponent it : record.getRecordComponents()) {
                    collect(it.getGenericType(), path.isEmpty() ? it.getName() : path + "/" + it.getName(), texts);
                }
            }
            default -> {}
        }
    }
}
