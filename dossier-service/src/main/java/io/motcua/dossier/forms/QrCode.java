package io.motcua.dossier.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text to be read by a telephone. */
public final class QrCode {

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 1);
    private static final int DOTS_PER_MODULE = 4;

    private QrCode() {}

    /** The image as the address that a template shows. */
    public static String dataUri(String text) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(image(text), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage image(String text) {
        try {
            // Size 0: as small as the text allows, so that every module is the same whole number of dots.
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            var size = modules.getWidth() * DOTS_PER_MODULE;
            var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    var dark = modules.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE);
                    image.setRGB(x, y, dark ? 0xff000000 : 0xffffffff);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds " + text.length() + " characters", e);
        }
    }
}
