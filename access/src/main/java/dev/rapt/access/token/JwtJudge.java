package dev.rapt.access.token;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.Caller;
import dev.rapt.access.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Judges the signed tokens of one OIDC provider. It may ask the provider for its keys, so it isn't for an event loop. */
final class JwtJudge {

    private static final Logger LOG = Logger.getLogger(JwtJudge.class);

    /** None with a shared secret, and none without a signature. */
    private static final Set<SignatureAlgorithm> SIGNATURES = EnumSet.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    private final DefaultJWTParser parser;

    /** @throws IllegalStateException if a setting is missing */
    JwtJudge(AccessConfig.Jwt settings) {
        JWTAuthContextInfo info = new JWTAuthContextInfo(
                settings.keys()
                        .orElseThrow(() -> new IllegalStateException(
                                "RAPT_ACCESS_JWT_ISSUER is set, so RAPT_ACCESS_JWT_KEYS must name the URL or the file of"
                                        + " the issuer's keys (JWKS)")),
                settings.issuer().orElseThrow());
        info.setExpectedAudience(Set.of(settings.audience()
                .orElseThrow(() -> new IllegalStateException(
                        "RAPT_ACCESS_JWT_ISSUER is set, so RAPT_ACCESS_JWT_AUDIENCE must say for whom a token must be made"
                                + " out: the issuer makes some for others, too"))));
        info.setSignatureAlgorithm(SIGNATURES);
        info.setGroupsPath(settings.rolesClaim());
        this.parser = new DefaultJWTParser(info);
    }

    /** Whether a token has the form of those that this judges. */
    static boolean isOne(String token) {
        return token.startsWith("ey") && token.chars().filter(c -> c == '.').count() == 2;
    }

    Verdict judge(String token) {
        try {
            JsonWebToken jwt = parser.parse(token);
            Set<Role> roles = jwt.getGroups() == null
                    ? Set.of()
                    : jwt.getGroups().stream()
                            .flatMap(name -> Role.of(name).stream())
                            .collect(Collectors.toSet());
            return new Verdict.Good(
                    Caller.signed(jwt.getName(), roles, Instant.ofEpochSecond(jwt.getExpirationTime())));
        } catch (ParseException e) {
            return refused(e);
        } catch (IllegalArgumentException | NullPointerException e) {
            // A name that can't be one, or none
            return new Verdict.Unknown();
        }
    }

    private static Verdict refused(ParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid && invalid.hasExpired()) {
                return new Verdict.Expired();
            }
            if (cause instanceof IOException) {
                // The class only: messages of libraries quote what they read
                LOG.errorf(
                        "The keys of the tokens' issuer can't be had: %s",
                        cause.getClass().getName());
                return new Verdict.NotKnowable();
            }
        }
        return new Verdict.Unknown();
    }
}
