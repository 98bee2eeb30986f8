package dev.rapt.access;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who has shown a token that is good.
 *
 * @param name who, as the tokens file or the token's issuer says; also the actor of the audit log
 * @param proof which token it was: its digest, or {@link #SIGNED}
 * @param expires from when on the token isn't good any more
 * @param requestsPerSecond a limit of the caller's own
 * @param connections a limit of the caller's own
 */
public record Caller(
        String name,
        Set<Role> roles,
        String proof,
        Optional<Instant> expires,
        OptionalInt requestsPerSecond,
        OptionalInt connections) {

    /** The proof of whoever has a token that an issuer has signed. */
    public static final String SIGNED = "signed";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:@/+-]{1,100}");

    /** @throws IllegalArgumentException if the name can't be one, or a limit is none */
    public Caller {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A name has 1 to 100 letters, digits and . _ : @ / + -");
        }
        if (requestsPerSecond.orElse(1) < 1 || connections.orElse(1) < 1) {
            throw new IllegalArgumentException("A limit is at least 1");
        }
        roles = Set.copyOf(roles);
    }

    /** Somebody with a signed token, and with the usual limits. */
    public static Caller signed(String name, Set<Role> roles, Instant expires) {
        return new Caller(name, roles, SIGNED, Optional.of(expires), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Whether one of these roles is the caller's; an admin has them all. */
    public boolean hasOneOf(Set<Role> wanted) {
        return roles.contains(Role.ADMIN) || wanted.stream().anyMatch(roles::contains);
    }

    /** Whether the token's time is over. */
    public boolean isExpired(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
