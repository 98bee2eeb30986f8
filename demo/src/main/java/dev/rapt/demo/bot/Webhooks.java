package dev.rapt.demo.bot;

import dev.rapt.demo.token.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Delivers webhooks in order, signed as Attendee signs them; one that isn't taken is delivered again after a pause, three
 * times at most. Runs in a thread of its own until closed.
 */
public final class Webhooks implements AutoCloseable {

    /** The environment variable that holds the secret, in base64: the detector's own. */
    public static final String SECRET = "RAPT_DETECTOR_BOTS_ATTENDEE_WEBHOOK_SECRET";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_ATTEMPTS = 3;
    private static final int OK = 200;

    private final HttpClient http;
    private final URI address;
    private final byte[] secret;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "webhooks");
        one.setDaemon(true);
        return one;
    });
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /**
     * @param address where they are posted to
     * @param secret what they are signed with, in base64
     */
    public Webhooks(HttpClient http, URI address, String secret) {
        this.http = http;
        this.address = address;
        this.secret = Base64.getDecoder().decode(secret);
    }

    /** Delivers it after those before it. */
    public void deliver(Message.Webhook webhook) {
        thread.execute(() -> attempt(webhook));
    }

    /** How many were taken. */
    public int taken() {
        return taken.get();
    }

    /** How many never were. */
    public int lost() {
        return lost.get();
    }

    private void attempt(Message.Webhook webhook) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                if (attempt > 0) {
                    Thread.sleep(PAUSE.toMillis());
                }
                if (post(webhook)) {
                    taken.incrementAndGet();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lost.incrementAndGet();
    }

    private boolean post(Message.Webhook webhook) throws InterruptedException {
        HttpRequest request = Token.on(HttpRequest.newBuilder(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Webhook-Signature", signature(secret, webhook.body()))
                .POST(HttpRequest.BodyPublishers.ofString(webhook.body()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    static String signature(byte[] secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Waits a while for what is still to be delivered. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            lost.addAndGet(thread.shutdownNow().size());
        }
    }
}
