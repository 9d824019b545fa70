package io.motcua.dossier.attachments;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PDF that an officer can open and read to its end. Its pages are counted, not taken from what it says, and none is
 * drawn. One that restricts printing but opens without a password is taken: many signed papers are so.
 */
final class PdfInspection {

    static final int MOST_PAGES = 500;

    private static final Logger log = LoggerFactory.getLogger(PdfInspection.class);

    private PdfInspection() {}

    static void inspect(byte[] bytes) {
        Unpacking.requireReasonable(bytes);
        try (var document = Loader.loadPDF(bytes)) {
            requirePages(document);
        } catch (InvalidPasswordException e) {
            throw new Problem(DossierProblem.CONTENT_LOCKED);
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            log.debug("A PDF that cannot be read", e);
            throw new Problem(DossierProblem.CONTENT_UNREADABLE, ContentType.PDF.mediaType());
        }
    }

    private static void requirePages(PDDocument document) {
        if (document.getNumberOfPages() > MOST_PAGES) {
            throw new Problem(DossierProblem.TOO_MANY_PAGES, MOST_PAGES);
        }
        int pages = 0;
        for (var pagesLeft = document.getPages().iterator(); pagesLeft.hasNext(); pagesLeft.next()) {
            if (++pages > MOST_PAGES) {
                throw new Problem(DossierProblem.TOO_MANY_PAGES, MOST_PAGES);
            }
        }
        if (pages == 0) {
            throw new Problem(DossierProblem.CONTENT_UNREADABLE, ContentType.PDF.mediaType());
        }
    }
}
