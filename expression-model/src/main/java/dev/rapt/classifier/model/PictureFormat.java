package dev.rapt.classifier.model;

import dev.rapt.classifier.model.CropException.Reason;
import java.util.Arrays;

/** The kinds of picture that are read, told apart by their first bytes and by nothing that the sender says. */
enum PictureFormat {
    PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    JPEG(0xff, 0xd8, 0xff);

    private final int[] magic;

    PictureFormat(int... magic) {
        this.magic = magic;
    }

    static PictureFormat of(byte[] bytes) throws CropException {
        if (bytes.length == 0) {
            throw new CropException(Reason.EMPTY_BODY, "There is no picture");
        }
        return Arrays.stream(values())
                .filter(format -> format.opens(bytes))
                .findFirst()
                .orElseThrow(() ->
                        new CropException(Reason.UNSUPPORTED_MEDIA_TYPE, "The bytes are neither a JPEG nor a PNG"));
    }

    private boolean opens(byte[] bytes) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
