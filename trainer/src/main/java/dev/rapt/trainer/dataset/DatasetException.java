package dev.rapt.trainer.dataset;

/** The data at the given path can't be used; the message names the file and says why, in words for the user. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
