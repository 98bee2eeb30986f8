package dev.rapt.detector.ingest.bot.message;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** A picture in base64 where it stands in its message, not yet decoded: only a frame's is worth it. */
record EncodedPicture(BotText message, int offset) {

    private static final Base64Variant WITH_ESCAPES =
            Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(Base64Variant.PaddingReadBehaviour.PADDING_ALLOWED);

    /** Decodes it straight from the message; false base64 fails. */
    byte[] decode() throws IOException {
        Optional<byte[]> plain = message.plainString(offset);
        if (plain.isEmpty()) {
            return decodeWithEscapes();
        }
        try {
            // Much faster than the parser's decoder, and pictures are nearly all of what bots send
            return Base64.getDecoder().decode(plain.get());
        } catch (IllegalArgumentException e) {
            throw new IOException("Not base64", e);
        }
    }

    // JSON may write a slash, which base64 uses, with a backslash before it
    private byte[] decodeWithEscapes() throws IOException {
        try (JsonParser parser = message.openAt(offset)) {
            parser.nextToken();
            return parser.getBinaryValue(WITH_ESCAPES);
        }
    }
}
