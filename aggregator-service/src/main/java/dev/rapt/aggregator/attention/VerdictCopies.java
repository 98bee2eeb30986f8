package dev.rapt.aggregator.attention;

import java.util.IdentityHashMap;
import java.util.Map;

/** The same verdict is known to a pass and to whoever waits for it: a copy of both needs one copy of it. For one thread. */
public final class VerdictCopies {

    private final Map<EyeVerdict, EyeVerdict> copies = new IdentityHashMap<>();

    /** The copy of a verdict, always the same one; a settled verdict never changes and is its own copy. */
    public EyeVerdict of(EyeVerdict verdict) {
        return verdict.isSettled() ? verdict : copies.computeIfAbsent(verdict, EyeVerdict::copy);
    }
}
