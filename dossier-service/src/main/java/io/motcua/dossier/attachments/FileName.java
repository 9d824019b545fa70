package io.motcua.dossier.attachments;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a file is called here: what the sender calls it, without anything that misleads a reader, a header or a disk. */
final class FileName {

    private static final int LONGEST = 200;

    /** Control, format (among them those that turn the direction of writing), surrogate, private and unassigned ones. */
    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]";

    private static final String RESERVED = "[<>:\"|?*]";

    private FileName() {}

    /** @param extensions of which one must be the file's: {@code form.pdf.exe} is called {@code form.pdf.exe.pdf} */
    static String of(String given, List<String> extensions) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll(INVISIBLE, "")
                .replaceAll(RESERVED, "_")
                .strip();
        var extension = extensions.stream()
                .filter(it -> clean.toLowerCase(Locale.ROOT).endsWith("." + it))
                .findFirst();
        var stem = extension
                .map(it -> clean.substring(0, clean.length() - it.length() - 1))
                .orElse(clean);
        var ending = extension.map(_ -> clean.substring(stem.length())).orElse("." + extensions.getFirst());
        return shortened(stem.matches("[. ]*") ? "file" : stem) + ending;
    }

    private static String shortened(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
}
