package io.motcua.dossier.signatures;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What is seen of a signature: a picture in the upper right corner, in the margin that Decree 30/2020 leaves. PDFBox takes
 * it from a document of its own that has one field.
 */
final class Mark {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float SIDE = 16 * MILLIMETRE;
    private static final float EDGE = 3 * MILLIMETRE;

    private Mark() {}

    static InputStream of(PDPage page, BufferedImage picture) throws IOException {
        try (var template = new PDDocument()) {
            var copy = new PDPage(page.getMediaBox());
            template.addPage(copy);
            var form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            var field = new PDSignatureField(form);
            form.getFields().add(field);
            var widget = field.getWidgets().getFirst();
            widget.setRectangle(corner(page));
            widget.setPrinted(true);
            widget.setLocked(true);
            widget.setPage(copy);
            widget.setAppearance(appearance(template, picture, page.getRotation()));
            copy.getAnnotations().add(widget);
            var bytes = new ByteArrayOutputStream();
            template.save(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

    /** Upper right as the page is shown, which may be turned. */
    private static PDRectangle corner(PDPage page) {
        var box = page.getCropBox();
        var side = Math.min(SIDE, Math.min(box.getWidth(), box.getHeight()) / 4);
        var right = box.getUpperRightX() - EDGE - side;
        var top = box.getUpperRightY() - EDGE - side;
        var left = box.getLowerLeftX() + EDGE;
        var bottom = box.getLowerLeftY() + EDGE;
        return switch (page.getRotation()) {
            case 90 -> new PDRectangle(left, top, side, side);
            case 180 -> new PDRectangle(left, bottom, side, side);
            case 270 -> new PDRectangle(right, bottom, side, side);
            default -> new PDRectangle(right, top, side, side);
        };
    }

    private static PDAppearanceDictionary appearance(PDDocument template, BufferedImage picture, int rotation)
            throws IOException {
        var shown = new PDFormXObject(new PDStream(template));
        shown.setResources(new PDResources());
        shown.setFormType(1);
        shown.setBBox(new PDRectangle(SIDE, SIDE));
        shown.setMatrix(AffineTransform.getQuadrantRotateInstance(rotation / 90, SIDE / 2, SIDE / 2));
        var normal = new PDAppearanceStream(shown.getCOSObject());
        var appearance = new PDAppearanceDictionary();
        appearance.getCOSObject().setDirect(true);
        appearance.setNormalAppearance(normal);
        try (var content = new PDPageContentStream(template, normal)) {
            content.drawImage(LosslessFactory.createFromImage(template, picture), 0, 0, SIDE, SIDE);
        }
        return appearance;
    }
}
