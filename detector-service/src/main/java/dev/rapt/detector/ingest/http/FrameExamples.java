package dev.rapt.detector.ingest.http;

/** Texts of the API's description. */
final class FrameExamples {

    static final String PUBLISHED =
            """
            {"meetingId":"standup","participantId":"ada","capturedAt":1760000000000,"status":"published","reason":null,
             "faces":[{"box":{"x":211.5,"y":84.0,"width":118.2,"height":118.2},"confidence":0.99,"primary":true,
                      "pose":{"yaw":-8.4,"pitch":3.1,"roll":1.2},"eyes":{"right":0.29,"left":0.31},"mouthOpenness":0.02,
                      "quality":{"eyeDistance":46.1,"sharpness":1.12,"brightness":118.0},"flaw":null}],
             "facesInFrame":1}""";
    static final String ABSENT =
            """
            {"meetingId":"standup","participantId":"ada","capturedAt":1760000000500,"status":"absent","reason":"no-face",
             "faces":[],"facesInFrame":0}""";
    static final String ON_400 = "bad-id, empty-body, incomplete-body, bad-captured-at or bad-sequence";
    static final String ON_403 =
            "meeting-undeclared (with Retry-After; declare it), consent-missing, consent-withdrawn or"
                    + " captured-before-consent: nothing of the picture was looked at";
    static final String ON_410 = "meeting-erased, participant-erased or pseudonym-key-deleted: stop sending";
    static final String ON_413 = "body-too-large or image-too-large (judged from the header, before decoding)";
    static final String ON_415 = "unsupported-media-type, media-type-mismatch or unsupported-image";
    static final String ON_422 = "corrupt-image, image-too-small or captured-at-out-of-range";
    static final String ON_429 = "overloaded: send again after Retry-After seconds, or send fewer frames";
    static final String ON_503 =
            "kafka-unavailable or not-ready: safe to send again unchanged after Retry-After seconds";

    private FrameExamples() {}
}
