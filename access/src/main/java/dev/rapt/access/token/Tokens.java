package dev.rapt.access.token;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.Caller;
import dev.rapt.access.limit.Recent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** All tokens that are good: those of the file, and those of the issuer. Any thread may call it. */
public final class Tokens {

    private final Optional<TokenFile> file;
    private final Optional<JwtJudge> issuer;
    private final AccessConfig.Jwt settings;
    private final Recent<String, Judged> judged;
    private final Clock clock;

    private record Judged(Caller caller, Instant until) {}

    /** @throws IllegalStateException if the settings can't be used */
    public Tokens(AccessConfig config, Clock clock) {
        this.clock = clock;
        this.settings = config.jwt();
        this.file = config.tokensFile().map(TokenFile::new);
        this.issuer = settings.issuer().map(issuer -> new JwtJudge(settings));
        this.judged = new Recent<>(config.limits().remembered());
    }

    /** Whether there can be any. */
    public boolean areAny() {
        return file.isPresent() || issuer.isPresent();
    }

    /** What the token is worth, if that can be told without waiting for anybody. */
    public Optional<Verdict> atOnce(String token) {
        Digest digest = Digest.of(token);
        Instant now = clock.instant();
        Verdict verdict = list().judge(digest, now);
        if (!(verdict instanceof Verdict.Unknown) || issuer.isEmpty() || !JwtJudge.isOne(token)) {
            return Optional.of(verdict);
        }
        // Only looked up: tokens that somebody makes up must not push out those that were judged
        return judged.find(digest.hex())
                .filter(before -> before.until.isAfter(now))
                .map(before -> new Verdict.Good(before.caller));
    }

    /** What a token is worth that {@link #atOnce} can't tell of; may wait for the issuer. */
    public Verdict patiently(String token) {
        Verdict verdict = issuer.orElseThrow().judge(token);
        if (verdict instanceof Verdict.Good good) {
            Instant until = clock.instant().plus(settings.trusted());
            Instant end = good.caller().expires().orElse(until);
            judged.put(Digest.of(token).hex(), new Judged(good.caller(), end.isBefore(until) ? end : until));
        }
        return verdict;
    }

    /** Whether a caller who was let in would still be. */
    public boolean isGood(Caller caller) {
        return !caller.isExpired(clock.instant()) && (caller.proof().equals(Caller.SIGNED) || list().has(caller));
    }

    /** Looks whether the file has changed; reads it. */
    public void check() {
        file.ifPresent(TokenFile::check);
    }

    private TokenList list() {
        return file.map(TokenFile::list).orElse(TokenList.NONE);
    }
}
