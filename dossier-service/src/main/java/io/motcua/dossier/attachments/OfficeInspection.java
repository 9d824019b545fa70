package io.motcua.dossier.attachments;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A document of Office Open XML: a zip with certain parts, which may be made to unpack to anything. */
final class OfficeInspection {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST = 256L * 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(OfficeInspection.class);

    private OfficeInspection() {}

    static void inspect(byte[] bytes, String mainPart, String mediaType) {
        var parts = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            var buffer = new byte[64 * 1024];
            long size = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                requireInert(part);
                parts.add(part.getName());
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    if (size > MOST) {
                        throw new Problem(DossierProblem.CONTENT_EXPANDS);
                    }
                }
                if (parts.size() > MOST_PARTS) {
                    throw new Problem(DossierProblem.CONTENT_EXPANDS);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            log.debug("A zip that cannot be read", e);
            throw new Problem(DossierProblem.CONTENT_UNREADABLE, mediaType);
        }
        if (!parts.contains("[Content_Types].xml") || !parts.contains(mainPart)) {
            throw new Problem(DossierProblem.CONTENT_MISMATCH, mediaType);
        }
    }

    private static void requireInert(ZipEntry part) {
        var name = part.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin") || name.contains("activex")) {
            throw new Problem(DossierProblem.CONTENT_ACTIVE);
        }
    }
}
