package io.motcua.dossier.attachments;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** A file as it came in, checked. */
public record Upload(String name, String contentType, String sha256, byte[] bytes) {

    public static final int LARGEST = 10 * 1024 * 1024;

    /** @throws Problem if the file is too large, empty, or not what it is said to be */
    public static Upload read(InputStream body, @Nullable String contentType, @Nullable String disposition)
            throws IOException {
        var type = accepted(contentType);
        return of(body.readNBytes(LARGEST + 1), type, given(disposition));
    }

    /** @throws Problem if the bytes are too many, none, or not what they are said to be */
    public static Upload of(byte[] bytes, String contentType, @Nullable String name) {
        return of(bytes, accepted(contentType), name == null ? "" : name);
    }

    /** @return the media type without parameters; a problem if such files are not taken */
    public static String type(@Nullable String contentType) {
        return accepted(contentType).mediaType();
    }

    private static Upload of(byte[] bytes, ContentType type, String name) {
        if (bytes.length > LARGEST) {
            throw new Problem(PlatformProblem.TOO_LARGE, LARGEST);
        }
        if (bytes.length == 0) {
            throw new Problem(DossierProblem.CONTENT_EMPTY);
        }
        var detected = Detection.of(bytes);
        if (!type.begins(bytes) || !type.isDetectedAs(detected)) {
            throw new Problem(DossierProblem.CONTENT_MISMATCH, type.mediaType()).with("detected", detected);
        }
        type.inspect(bytes);
        return new Upload(FileName.of(name, type.extensions()), type.mediaType(), sha256(bytes), bytes);
    }

    private static ContentType accepted(@Nullable String contentType) {
        try {
            var type = MimeTypeUtils.parseMimeType(contentType == null ? "" : contentType);
            return ContentType.of(type.getType() + "/" + type.getSubtype())
                    .orElseThrow(() -> new Problem(PlatformProblem.UNSUPPORTED_MEDIA_TYPE));
        } catch (InvalidMimeTypeException e) {
            throw new Problem(PlatformProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static String given(@Nullable String disposition) {
        if (disposition == null || disposition.isBlank()) {
            return "";
        }
        try {
            var name = ContentDisposition.parse(disposition).getFilename();
            return name == null ? "" : name;
        } catch (IllegalArgumentException e) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "Content-Disposition");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
