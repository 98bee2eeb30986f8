package dev.rapt.aggregator.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The problem that answers for a service that can't be reached: nothing was taken, so sending again is safe. */
record Away(Origin origin, Duration retryAfter) {

    static final int STATUS = 503;
    static final String MEDIA_TYPE = "application/problem+json";

    String retryAfterSeconds() {
        return Long.toString(Math.max(1, retryAfter.toSeconds()));
    }

    Buffer body() {
        String reason = origin.name() + "-unavailable";
        return new JsonObject()
                .put("type", "urn:rapt:problem:" + reason)
                .put("title", "Service Unavailable")
                .put("status", STATUS)
                .put("detail", "The " + origin.name() + " can't be reached; send again")
                .put("reason", reason)
                .toBuffer();
    }
}
