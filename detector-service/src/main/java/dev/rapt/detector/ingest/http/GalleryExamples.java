package dev.rapt.detector.ingest.http;

/** Texts of the API's description of composites. */
final class GalleryExamples {

    static final String RECORDED =
            """
            {"meetingId":"standup","capturedAt":1760000000000,"participants":[
             {"participantId":"ada","status":"published","reason":null,
              "faces":[{"box":{"x":101.5,"y":44.0,"width":68.2,"height":68.2},"confidence":0.99,"primary":true}],
              "facesInFrame":1},
             {"participantId":"bob","status":"absent","reason":"no-face","faces":[],"facesInFrame":0}]}""";
    static final String ON_400 = "bad-id, empty-body, incomplete-body, bad-captured-at, bad-sequence, bad-layout or"
            + " bad-multipart; nobody was recorded";
    static final String ON_422 = "corrupt-image, image-too-small, captured-at-out-of-range, too-many-tiles,"
            + " tile-outside-picture or duplicate-participant; nobody was recorded";
    static final String ON_503 = "kafka-unavailable or not-ready: some participants may be recorded; safe to send again"
            + " unchanged after Retry-After seconds";

    private GalleryExamples() {}
}
