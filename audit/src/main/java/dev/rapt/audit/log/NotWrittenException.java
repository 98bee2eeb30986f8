package dev.rapt.audit.log;

/** An entry isn't known to be in the log. */
public final class NotWrittenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotWrittenException(String why) {
        super(why, null, false, false);
    }

    NotWrittenException(String why, Throwable cause) {
        super(why, cause, false, false);
    }
}
