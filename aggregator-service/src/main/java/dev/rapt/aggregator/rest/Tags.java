package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the tags of answers, and the headers that go with them. */
final class Tags {

    /** Long enough that two answers never have the same by chance. */
    private static final int BYTES = 16;

    private static final String ASK_AGAIN = "private, no-cache";

    private Tags() {}

    /** The tag of whatever these texts stand for. */
    static EntityTag of(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(UTF_8));
                digest.update((byte) 0);
            }
            return new EntityTag(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether whoever asks has an answer with this tag. */
    static boolean isKnown(ContainerRequestContext request, EntityTag tag) {
        return request.getRequest().evaluatePreconditions(tag) != null;
    }

    /** That nothing has changed. */
    static Response unchanged(EntityTag tag) {
        return Response.notModified(tag)
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }

    /** Says which tag an answer has, and that it may be kept but not used without asking. */
    static void put(ContainerResponseContext response, EntityTag tag) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    }
}
