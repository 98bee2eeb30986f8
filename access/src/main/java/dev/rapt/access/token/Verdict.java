package dev.rapt.access.token;

import dev.rapt.access.Caller;

/** What a token is worth. */
public sealed interface Verdict {

    /** It is this caller's. */
    record Good(Caller caller) implements Verdict {}

    /** Nobody's. */
    record Unknown() implements Verdict {}

    /** Somebody's whose time is over. */
    record Expired() implements Verdict {}

    /** It can't be judged now: the issuer's keys can't be had. */
    record NotKnowable() implements Verdict {}
}
