package dev.rapt.access.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A tokens file and an issuer's keys for tests of whole services, and the tokens that go with them. */
public final class TestTokens {

    public static final String INGEST = "rapt_tokenOfABot0123456789";
    public static final String VIEWER = "rapt_tokenOfAViewer0123456789";
    public static final String ADMIN = "rapt_tokenOfAnAdmin0123456789";
    public static final String EXPIRED = "rapt_tokenOfYesterday0123456789";
    public static final String WRONG = "rapt_tokenOfNobody0123456789";
    /** Has room for one stream. */
    public static final String NARROW = "rapt_tokenOfOneStream0123456789";
    /** May ask once in a while. */
    public static final String SLOW = "rapt_tokenOfOneRequest0123456789";

    private static final String ISSUER = "https://login.example";
    private static final String AUDIENCE = "rapt";
    private static final KeyPair KEYS = keys();

    private TestTokens() {}

    /** What a service is started with, so that it takes these tokens and no others. */
    public static Map<String, String> settings() {
        try {
            Path directory = Files.createTempDirectory("rapt-tokens");
            Path tokens = Files.writeString(
                    directory.resolve("tokens.yaml"),
                    entry("bot", INGEST, "ingest", "")
                            + entry("ada", VIEWER, "viewer", "")
                            + entry("ops", ADMIN, "admin", "")
                            + entry("old", EXPIRED, "admin", "  expires: 2020-01-01T00:00:00Z\n")
                            + entry("narrow", NARROW, "viewer, ingest", "  connections: 1\n")
                            + entry("slow", SLOW, "viewer", "  requests-per-second: 1\n"));
            RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
            Path jwks = Files.writeString(
                    directory.resolve("jwks.json"),
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\""
                            + base64(key.getModulus().toByteArray()) + "\",\"e\":\""
                            + base64(key.getPublicExponent().toByteArray()) + "\"}]}");
            for (Path path : List.of(tokens, jwks, directory)) {
                path.toFile().deleteOnExit();
            }
            Map<String, String> settings = new HashMap<>();
            settings.put("rapt.access.open", "never");
            settings.put("rapt.access.tokens-file", tokens.toString());
            settings.put("rapt.access.jwt.issuer", ISSUER);
            settings.put("rapt.access.jwt.keys", jwks.toString());
            settings.put("rapt.access.jwt.audience", AUDIENCE);
            // The matrix is wrong from one address hundreds of times
            settings.put("rapt.access.limits.failures-per-minute", "1000000");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token that the issuer has signed. */
    public static String jwt(String name, String role) {
        long now = Instant.now().getEpochSecond();
        String text = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}")
                + '.'
                + base64("{\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"" + name
                        + "\",\"upn\":\"" + name + "\",\"iat\":" + now + ",\"exp\":" + (now + 3_600)
                        + ",\"groups\":[\"" + role + "\"]}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String entry(String name, String token, String roles, String more) {
        return "- name: " + name + "\n  sha256: " + digest(token) + "\n  roles: [" + roles + "]\n" + more;
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
