package dev.rapt.audit;

import java.util.regex.Pattern;

/** What callers say of themselves, which proves nothing. */
public final class Claims {

    /** The header that says who asks. */
    public static final String ACTOR = "Rapt-Actor";

    /** The header that says what for. */
    public static final String PURPOSE = "Rapt-Purpose";

    private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{N} ._@:/+-]");

    private Claims() {}

    /**
     * A claim as it may be kept: letters, digits, spaces and {@code . _ @ : / + -}, anything else as an underscore.
     *
     * @param most the most characters; the rest is left out
     */
    public static String kept(String claim, int most) {
        String known = STRANGE.matcher(claim.strip()).replaceAll("_");
        // Not in the middle of a character of two
        return known.codePointCount(0, known.length()) <= most
                ? known
                : known.substring(0, known.offsetByCodePoints(0, most));
    }
}
