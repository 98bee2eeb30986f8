package dev.rapt.detector.ingest.http;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.ingest.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A composite and its layout as {@code multipart/form-data} (RFC 7578), with the parts {@code picture} and, when it is
 * known, {@code layout}. Other parts are left alone.
 *
 * @param type as the part declares it; empty when it doesn't
 */
record GalleryForm(byte[] picture, Optional<ImageType> type, Optional<String> layout) {

    private static final String MEDIA_TYPE = "multipart/form-data";
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern NAME = Pattern.compile(";\\s*name=\"?([A-Za-z]+)\"?\\s*(?:;|$)");
    private static final int MOST_PARTS = 16;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /** What separates the parts, when this is a form's Content-Type. */
    static Optional<String> boundary(String contentType) throws RefusedException {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE)) {
            return Optional.empty();
        }
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw bad("The Content-Type of a form names its boundary.");
        }
        return Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    /** Reads a whole body. */
    static GalleryForm read(byte[] body, String boundary) throws RefusedException {
        byte[] separator = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] first = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int at = indexOf(body, first, 0);
        if (at < 0 || at > 0 && indexOf(body, separator, 0) != at - 2) {
            throw bad("The body doesn't begin with the boundary that the Content-Type names.");
        }
        byte[] picture = {};
        Optional<ImageType> type = Optional.empty();
        Optional<String> layout = Optional.empty();
        at += first.length;
        for (int parts = 0; !startsWith(body, at, '-', '-'); parts++) {
            if (parts == MOST_PARTS || !startsWith(body, at, '\r', '\n')) {
                throw bad("The form isn't well formed, or has more than " + MOST_PARTS + " parts.");
            }
            // The line's end belongs to the head, so that an empty head ends too
            int head = indexOf(body, END_OF_HEAD, at);
            int end = head < 0 ? -1 : indexOf(body, separator, head + 2);
            if (end < 0) {
                throw bad("The form ends within a part.");
            }
            String fields = new String(body, at, head - at, StandardCharsets.ISO_8859_1);
            byte[] content = Arrays.copyOfRange(body, Math.min(head + END_OF_HEAD.length, end), end);
            switch (name(fields)) {
                case "picture" -> {
                    picture = content;
                    type = PictureBody.typeOf(field(fields, "content-type"));
                }
                case "layout" -> layout = Optional.of(new String(content, StandardCharsets.UTF_8));
                default -> {
                    // Not ours
                }
            }
            at = end + separator.length;
        }
        if (picture.length == 0) {
            throw bad("The form has no part \"picture\", or an empty one.");
        }
        return new GalleryForm(picture, type, layout);
    }

    private static String name(String fields) {
        Matcher matcher = NAME.matcher(field(fields, "content-disposition"));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String field(String fields, String name) {
        return fields.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElse("");
    }

    private static boolean startsWith(byte[] body, int at, char first, char second) {
        return at + 1 < body.length && body[at] == first && body[at + 1] == second;
    }

    private static int indexOf(byte[] body, byte[] what, int from) {
        outer:
        for (int i = from; i <= body.length - what.length; i++) {
            for (int j = 0; j < what.length; j++) {
                if (body[i + j] != what[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static RefusedException bad(String detail) {
        return new RefusedException(RefusalReason.BAD_MULTIPART, detail);
    }
}
