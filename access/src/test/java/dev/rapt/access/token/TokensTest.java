package dev.rapt.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.access.Caller;
import dev.rapt.access.Role;
import dev.rapt.access.Settings;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final String ISSUER = "https://login.example/realms/rapt";

    @TempDir
    static Path directory;

    private static KeyPair keys;
    private static KeyPair others;
    private static Tokens tokens;

    @BeforeAll
    static void publishKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        others = generator.generateKeyPair();
        tokens = new Tokens(Settings.of(settings(jwks())), Clock.systemUTC());
    }

    @Test
    void aSignedTokenOfTheIssuerIsGood() {
        String token = token("ada", keys, ISSUER, "rapt", 600, "viewer", "staff");

        assertThat(tokens.atOnce(token)).isEmpty();
        Caller caller = ((Verdict.Good) tokens.patiently(token)).caller();

        assertThat(caller.name()).isEqualTo("ada");
        assertThat(caller.roles()).containsExactly(Role.VIEWER);
        assertThat(caller.isExpired(Instant.now())).isFalse();
        // It isn't judged twice
        assertThat(tokens.atOnce(token)).contains(new Verdict.Good(caller));
        assertThat(tokens.isGood(caller)).isTrue();
    }

    @Test
    void whatWasJudgedIsNotForgottenForTokensThatSomebodyMakesUp() {
        // Given room for one
        Map<String, String> settings = settings(jwks());
        settings.put("rapt.access.limits.remembered", "1");
        Tokens few = new Tokens(Settings.of(settings), Clock.systemUTC());
        String token = token("ada", keys, ISSUER, "rapt", 600, "viewer");
        few.patiently(token);

        // When
        for (int i = 0; i < 10; i++) {
            assertThat(few.atOnce("ey" + i + ".e30.x")).isEmpty();
        }

        // Then
        assertThat(few.atOnce(token)).isPresent();
    }

    @Test
    void whatIsNotMadeForUsIsNobodys() {
        assertThat(tokens.patiently(token("ada", others, ISSUER, "rapt", 600, "admin")))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(tokens.patiently(token("ada", keys, "https://else.example", "rapt", 600, "admin")))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(tokens.patiently(token("ada", keys, ISSUER, "shop", 600, "admin")))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(tokens.patiently(token("ada", keys, ISSUER, "rapt", -3_600, "admin")))
                .isInstanceOf(Verdict.Expired.class);
        assertThat(tokens.patiently(token("ada", others, ISSUER, "rapt", -3_600, "admin")))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(tokens.patiently("eyJub25l.e30.")).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aTokenWithoutASignatureOrByASharedSecretIsNobodys() {
        String head = base64("{\"alg\":\"none\",\"kid\":\"k1\"}");
        String claims = base64("{\"iss\":\"" + ISSUER
                + "\",\"aud\":\"rapt\",\"sub\":\"x\",\"exp\":9999999999,\"iat\":1," + "\"groups\":[\"admin\"]}");
        String shared = Jwt.issuer(ISSUER)
                .audience("rapt")
                .subject("x")
                .groups("admin")
                .expiresIn(600)
                .signWithSecret("0123456789abcdef0123456789abcdef");

        assertThat(tokens.patiently(head + '.' + claims + '.')).isInstanceOf(Verdict.Unknown.class);
        assertThat(tokens.patiently(shared)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aTokenOfNoIssuerIsJudgedAtOnce() {
        assertThat(tokens.atOnce("anything")).contains(new Verdict.Unknown());
    }

    @Test
    void keysThatCantBeHadAreNobodysFault() {
        Map<String, String> settings = settings(jwks());
        settings.put("rapt.access.jwt.keys", "http://127.0.0.1:1/jwks");
        Tokens cutOff = new Tokens(Settings.of(settings), Clock.systemUTC());

        assertThat(cutOff.patiently(token("ada", keys, ISSUER, "rapt", 600, "viewer")))
                .isInstanceOf(Verdict.NotKnowable.class);
    }

    @Test
    void anIssuerNeedsKeysAndAnAudience() {
        for (String missing : Set.of("rapt.access.jwt.keys", "rapt.access.jwt.audience")) {
            Map<String, String> settings = settings(jwks());
            settings.remove(missing);

            assertThatThrownBy(() -> new Tokens(Settings.of(settings), Clock.systemUTC()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(missing.toUpperCase().replace('.', '_'));
        }
    }

    private static Map<String, String> settings(Path keys) {
        return new HashMap<>(Map.of(
                "rapt.access.jwt.issuer",
                ISSUER,
                "rapt.access.jwt.keys",
                keys.toString(),
                "rapt.access.jwt.audience",
                "rapt"));
    }

    private static Path jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Path path = directory.resolve("jwks.json");
        try {
            Files.writeString(
                    path,
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\""
                            + base64(key.getModulus().toByteArray()) + "\",\"e\":\""
                            + base64(key.getPublicExponent().toByteArray()) + "\"}]}");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return path;
    }

    private static String token(
            String name, KeyPair by, String issuer, String audience, long seconds, String... roles) {
        long now = Instant.now().getEpochSecond();
        return Jwt.issuer(issuer)
                .audience(audience)
                .upn(name)
                .groups(Set.of(roles))
                .issuedAt(now - 7_200)
                .expiresAt(now + seconds)
                .jws()
                .keyId("k1")
                .sign(by.getPrivate());
    }

    private static String base64(String text) {
        return base64(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
