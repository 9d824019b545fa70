package io.motcua.dossier.attachments;

import java.util.Arrays;
import java.util.Optional;

/** What may be handed in, told by its first bytes and not by its name. */
enum ContentType {
    PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-'),
    PNG("image/png", "png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    JPEG("image/jpeg", "jpg", 0xff, 0xd8, 0xff);

    private final String mediaType;
    private final String extension;
    private final byte[] magic;

    ContentType(String mediaType, String extension, int... magic) {
        this.mediaType = mediaType;
        this.extension = extension;
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

    String extension() {
        return extension;
    }

    boolean begins(byte[] bytes) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
