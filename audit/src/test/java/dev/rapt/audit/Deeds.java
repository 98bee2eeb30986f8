package dev.rapt.audit;

import java.util.List;

/** Deeds to write down in tests. */
public final class Deeds {

    private Deeds() {}

    /** Somebody reads a participant's timeline. */
    public static Deed read(String meetingId) {
        return new Deed(
                Deed.UNAUTHENTICATED,
                "carol",
                "research",
                "teaching",
                Action.READ.text(),
                List.of(meetingId),
                List.of("00112233445566778899aabbccddeeff"),
                "GET /v1/meetings/{meetingId}/participants/{participantId}/timeline",
                200);
    }
}
