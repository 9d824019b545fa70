package io.motcua.dossier.forms;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/**
 * Sets a page of XHTML as PDF/A-2a: readable in fifty years, and aloud. The face is Liberation Serif, of the width of the
 * Times that Decree 30/2020 asks of official papers, and with all Vietnamese letters.
 */
@Component
class Press {

    private static final String FAMILY = "Liberation Serif";

    static {
        // The library tells of each step; only what is amiss matters.
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
        // It looks once which faces the system has, and remembers them; not in somebody's home.
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    }

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    byte[] pdf(String page) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> face("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> face("Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                    .useFont(() -> face("Italic"), FAMILY, 400, FontStyle.ITALIC, true)
                    .useFont(() -> face("BoldItalic"), FAMILY, 700, FontStyle.ITALIC, true)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(colours)
                    .withProducer("motcua")
                    // What a template shows is in it: it reads no files and asks nobody.
                    .useUriResolver((_, uri) -> uri.startsWith("data:") ? uri : null)
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream face(String style) {
        var found = Press.class.getResourceAsStream("/liberation/LiberationSerif-" + style + ".ttf");
        if (found == null) {
            throw new IllegalStateException("openpdf-fonts-extra has no LiberationSerif-" + style);
        }
        return found;
    }
}
