package dev.rapt.aggregator.rest;

import dev.rapt.audit.Action;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route of which the audit log tells, whatever it answers: by the meeting {@code meetingId} and the participant {@code
 * participantId} of the path or the query's {@code participants}, or by what it says through {@link AuditNote}. The answer
 * goes out when the log has it.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
// A type is the filter only: what is done differs from route to route
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Audited {
    /** What is done. */
    Action value();
}
