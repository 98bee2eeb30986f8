package dev.rapt.detector.ingest.bot.webhook;

import dev.rapt.detector.ingest.bot.message.MalformedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Attendee's signature of a webhook: the HMAC-SHA256 of the body's canonical form, in base64. Compared in constant time.
 * Any thread may call anything.
 */
final class WebhookSignature {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSignature(byte[] secret) {
        this.key = new SecretKeySpec(secret, HMAC);
    }

    /** The signature with a secret in base64; empty when the secret is empty or isn't base64. */
    static Optional<WebhookSignature> of(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.strip());
            return bytes.length == 0 ? Optional.empty() : Optional.of(new WebhookSignature(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the body was signed so by somebody who knows the secret. */
    boolean holds(byte[] body, String signature) throws MalformedException {
        byte[] given;
        try {
            given = Base64.getDecoder().decode(signature.strip());
        } catch (IllegalArgumentException e) {
            given = new byte[0];
        }
        return MessageDigest.isEqual(hmac(CanonicalJson.of(body)), given);
    }

    private byte[] hmac(String canonical) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
