package dev.rapt.detector.ingest.http;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.TraceParent;
import dev.rapt.detector.ingest.gallery.LayoutRules;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that a request says of its composite before its body.
 *
 * @param type of the picture; empty when the body is a form, which says it itself
 * @param boundary of the form; empty when the body is the picture
 */
record GalleryHead(
        String meetingId,
        Optional<ImageType> type,
        Optional<String> boundary,
        long capturedAt,
        long receivedAt,
        OptionalLong sequence,
        String traceParent,
        Optional<Layout> layout) {

    static final String LAYOUT = "Rapt-Layout";

    /** Reads id, size, type, capture time, sequence and layout, in this order; the first that is wrong is what is refused. */
    static GalleryHead read(String meetingId, MultiMap headers, FrameRules rules, LayoutRules layouts)
            throws RefusedException {
        rules.meeting(meetingId);
        if (PictureBody.declaredLength(headers, rules) == 0) {
            throw new RefusedException(RefusalReason.EMPTY_BODY, "The body is empty; send the picture as the body.");
        }
        Optional<String> boundary = GalleryForm.boundary(headers.get(HttpHeaders.CONTENT_TYPE));
        Optional<ImageType> type = boundary.isPresent() ? Optional.empty() : Optional.of(PictureBody.type(headers));
        long now = rules.now();
        String layout = headers.get(LAYOUT);
        return new GalleryHead(
                meetingId,
                type,
                boundary,
                FrameHead.capturedAt(headers.get(FrameHead.CAPTURED_AT), now, rules),
                now,
                FrameHead.sequence(headers.get(FrameHead.SEQUENCE), rules),
                TraceParent.of(headers.get("traceparent")),
                layout == null ? Optional.empty() : Optional.of(layouts.parse(layout)));
    }
}
