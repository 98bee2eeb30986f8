package dev.rapt.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that lets the one who started the demo see its live picture; a new one each time. */
record LiveToken(String secret) {

    /** The environment variable that the detector reads it from. */
    static final String VARIABLE = "RAPT_DETECTOR_LIVE_TOKEN";

    private static final int BYTES = 16;

    static LiveToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new LiveToken(HexFormat.of().formatHex(bytes));
    }

    /** A command that fetches the live picture of a meeting. */
    String command(int port, String meetingId) {
        return "curl -H 'Authorization: Bearer " + secret + "' http://localhost:" + port + "/v1/meetings/" + meetingId
                + "/frame.jpg -o frame.jpg";
    }
}
