package dev.rapt.detector.ingest;

import java.util.regex.Pattern;

/** The W3C trace context of a request. */
public final class TraceParent {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** The header as it came, or empty when it is absent or not of its form, as the specification asks. */
    public static String of(String header) {
        return header != null && FORM.matcher(header).matches() ? header : "";
    }
}
