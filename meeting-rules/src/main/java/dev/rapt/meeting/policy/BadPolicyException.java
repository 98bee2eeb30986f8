package dev.rapt.meeting.policy;

/** A policy that can't be used; the message says where and why. */
public final class BadPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadPolicyException(String message) {
        super(message);
    }

    BadPolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
