package io.motcua.dossier.uploads.web;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the protocol calls things. */
final class Tus {

    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSIONS = "Tus-Version";
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String CHECKSUM = "Upload-Checksum";
    static final String BYTES = "application/offset+octet-stream";

    private Tus() {}

    static void requireVersion(@Nullable String asked) {
        if (!VERSION.equals(asked)) {
            throw new Problem(DossierProblem.TUS_VERSION_UNSUPPORTED, VERSION).headers(Map.of(VERSIONS, VERSION));
        }
    }
}
