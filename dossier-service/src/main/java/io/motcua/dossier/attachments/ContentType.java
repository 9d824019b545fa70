package io.motcua.dossier.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be handed in, told by its bytes and not by its name. */
enum ContentType {
    PDF("application/pdf", List.of("pdf"), '%', 'P', 'D', 'F', '-') {
        @Override
        void inspect(byte[] bytes) {
            PdfInspection.inspect(bytes);
        }
    },
    PNG("image/png", List.of("png"), 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n') {
        @Override
        void inspect(byte[] bytes) {
            PictureInspection.inspect(bytes);
        }
    },
    JPEG("image/jpeg", List.of("jpg", "jpeg"), 0xff, 0xd8, 0xff) {
        @Override
        void inspect(byte[] bytes) {
            PictureInspection.inspect(bytes);
        }
    },
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), 'P', 'K', 3, 4) {
        @Override
        void inspect(byte[] bytes) {
            OfficeInspection.inspect(bytes, "word/document.xml", mediaType());
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), 'P', 'K', 3, 4) {
        @Override
        void inspect(byte[] bytes) {
            OfficeInspection.inspect(bytes, "xl/workbook.xml", mediaType());
        }
    };

    /** Of a paper whose procedure names no types: what every office can show, and what holds no programs. */
    static final List<String> USUAL = List.of(PDF.mediaType, PNG.mediaType, JPEG.mediaType);

    private final String mediaType;
    private final List<String> extensions;
    private final byte[] magic;

    ContentType(String mediaType, List<String> extensions, int... magic) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    static Optional<ContentType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    List<String> extensions() {
        return extensions;
    }

    boolean begins(byte[] bytes) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** Whether somebody who knows many types takes the bytes for this one, too. */
    boolean isDetectedAs(String detected) {
        return detected.equals(mediaType)
                || magic[0] == 'P' && (detected.equals("application/zip") || detected.contains("ooxml"));
    }

    /** Throws a problem 422 if the bytes are broken, closed, or more than a reader should be given. */
    abstract void inspect(byte[] bytes);
}
