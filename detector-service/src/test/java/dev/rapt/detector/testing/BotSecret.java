package dev.rapt.detector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A detector that shares a secret with Attendee. */
public final class BotSecret implements QuarkusTestResourceLifecycleManager {

    private static final byte[] SECRET = "shared with Attendee".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "rapt.detector.bots.attendee.webhook-secret",
                Base64.getEncoder().encodeToString(SECRET));
    }

    @Override
    public void stop() {}

    /** Signs a text that is in the canonical form. */
    public static String sign(String canonical) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
