package dev.rapt.aggregator.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whom a route shows. In a meeting of which only groups are shown, a route that shows people is refused, and so is one
 * that doesn't say: {@link GroupViewFilter}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Sight {

    /** Whom a route shows. */
    enum Of {
        /** Single people, or figures from which theirs could be worked out. */
        PEOPLE,
        /** Of a meeting of which only groups are shown, {@link dev.rapt.aggregator.group.GroupTable} and nothing else. */
        GROUPS,
        /** Nobody's figures: it changes something, or tells what somebody has said of the meeting. */
        NOBODY
    }

    Of value();
}
