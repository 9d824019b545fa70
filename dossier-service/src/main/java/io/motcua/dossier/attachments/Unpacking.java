package io.motcua.dossier.attachments;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a PDF's packed streams come to, before anything that believes its tables reads it: a few kilobytes may be made to
 * fill the memory of every reader. Nothing that is unpacked is kept.
 */
final class Unpacking {

    /** A page of A3 in colour, scanned at 300 dpi and not packed as a picture should be, has 52 MB. */
    private static final long MOST_OF_STREAM = 128L * 1024 * 1024;

    private static final long MOST = 1024L * 1024 * 1024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 4_096;
    private static final Logger log = LoggerFactory.getLogger(Unpacking.class);

    private Unpacking() {}

    static void requireReasonable(byte[] pdf) {
        var buffer = new byte[64 * 1024];
        long all = 0;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at + STREAM.length)) {
            int begin = afterLineEnd(pdf, at + STREAM.length);
            if (isPacked(pdf, begin)) {
                requireOnce(pdf, at);
                all += size(pdf, begin, buffer, Math.min(MOST_OF_STREAM, MOST - all));
            }
        }
    }

    private static long size(byte[] pdf, int begin, byte[] buffer, long most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, begin, pdf.length - begin);
            while (!inflater.finished() && inflater.inflate(buffer) > 0) {
                if (inflater.getBytesWritten() > most) {
                    throw new Problem(DossierProblem.CONTENT_EXPANDS);
                }
            }
        } catch (DataFormatException e) {
            log.debug("Looks packed and is not, or not to its end", e);
        }
        long written = inflater.getBytesWritten();
        inflater.end();
        return written;
    }

    /** What is packed twice hides from this; no program that makes papers does so. */
    private static void requireOnce(byte[] pdf, int stream) {
        var before = new String(
                pdf, Math.max(0, stream - DICTIONARY), Math.min(DICTIONARY, stream), StandardCharsets.ISO_8859_1);
        var dictionary = before.substring(Math.max(0, before.lastIndexOf("obj")));
        if (dictionary.split("/(FlateDecode|Fl|LZWDecode|LZW)\\b", -1).length > 2) {
            throw new Problem(DossierProblem.CONTENT_EXPANDS);
        }
    }

    private static boolean isPacked(byte[] pdf, int begin) {
        return begin + 1 < pdf.length
                && (pdf[begin] & 0x0f) == 8
                && (((pdf[begin] & 0xff) << 8) | (pdf[begin + 1] & 0xff)) % 31 == 0;
    }

    private static int afterLineEnd(byte[] pdf, int at) {
        int begin = at;
        if (begin < pdf.length && pdf[begin] == '\r') {
            begin++;
        }
        return begin < pdf.length && pdf[begin] == '\n' ? begin + 1 : begin;
    }

    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's' && matches(pdf, at) && (at < 3 || pdf[at - 1] != 'd')) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] pdf, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }
}
