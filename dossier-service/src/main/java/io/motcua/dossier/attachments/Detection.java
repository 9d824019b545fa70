package io.motcua.dossier.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What Apache Tika takes bytes for, by themselves: it is told neither a name nor a type. */
final class Detection {

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private Detection() {}

    static String of(byte[] bytes) {
        try {
            return KNOWN.detect(new ByteArrayInputStream(bytes), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
