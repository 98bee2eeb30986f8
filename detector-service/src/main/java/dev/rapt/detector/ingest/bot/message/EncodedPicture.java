package dev.rapt.detector.ingest.bot.message;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** A picture in base64 where it stands in its message, not yet decoded: only a frame's is worth it. */
record EncodedPicture(BotText message, long offset) {

    private static final Base64Variant BASE64 =
            Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(Base64Variant.PaddingReadBehaviour.PADDING_ALLOWED);

    /** Decodes it straight from the message; false base64 fails. */
    byte[] decode() throws IOException {
        try (JsonParser parser = message.openAt(offset)) {
            parser.nextToken();
            return parser.getBinaryValue(BASE64);
        }
    }
}
