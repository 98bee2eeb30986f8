package dev.rapt.aggregator.cluster;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The problem that says that nobody can answer now, and when to ask again; the same that the resources give. */
record NotReady(Duration retryAfter) {

    static final int STATUS = 503;
    private static final String REASON = "timelines-not-ready";

    void answer(HttpServerResponse response, String detail) {
        response.setStatusCode(STATUS)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())))
                .end(new JsonObject()
                        .put("type", "urn:rapt:problem:" + REASON)
                        .put("title", "Service Unavailable")
                        .put("status", STATUS)
                        .put("detail", detail)
                        .put("reason", REASON)
                        .toBuffer());
    }
}
