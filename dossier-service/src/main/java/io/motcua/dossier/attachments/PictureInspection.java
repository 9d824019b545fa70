package io.motcua.dossier.attachments;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A picture by what it says of its size; it is not unpacked. */
final class PictureInspection {

    /** A0 at 300 dpi. */
    private static final long MOST_PIXELS = 140_000_000;

    private static final Logger log = LoggerFactory.getLogger(PictureInspection.class);

    private PictureInspection() {}

    static void inspect(byte[] bytes) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            requireSize(readers.next(), input);
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.debug("A picture that cannot be read", e);
            throw unreadable();
        }
    }

    private static void requireSize(ImageReader reader, MemoryCacheImageInputStream input) throws IOException {
        try {
            reader.setInput(input);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Problem(DossierProblem.CONTENT_EXPANDS);
            }
        } finally {
            reader.dispose();
        }
    }

    private static Problem unreadable() {
        return new Problem(DossierProblem.CONTENT_UNREADABLE, "image");
    }
}
