package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.aggregator.AggregatorConfig;
import java.io.InputStream;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a participant says, or says what is wrong with it. */
final class ConsentBody {

    private static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("given", "noticeVersion", "noticeLanguage", "erase"));

    private final long maxBytes;
    private final int maxVersion;

    ConsentBody(AggregatorConfig config) {
        this.maxBytes = config.writes().maxBytes().asLongValue();
        this.maxVersion = config.meetings().maxNoticeVersion();
    }

    /**
     * What was said.
     *
     * @param given yes or no
     * @param noticeVersion of the notice that was shown; empty only of a no
     * @param noticeLanguage by BCP 47; empty when it isn't said
     * @param erase whether what is kept is to go, too; never with a yes
     */
    record Said(boolean given, String noticeVersion, String noticeLanguage, boolean erase) {}

    /** What a request's body says. */
    Said read(InputStream body) {
        JsonNode json = JsonBody.read(body, maxBytes, FIELDS);
        boolean given = given(json.path("given"));
        JsonNode version = json.path("noticeVersion");
        if (given && JsonBody.isMissing(version)) {
            throw ProblemException.badRequest(
                    "notice-missing", "Consent needs noticeVersion: the version of the notice that was shown");
        }
        return new Said(
                given, version(version), language(json.path("noticeLanguage")), erase(json.path("erase"), given));
    }

    private static boolean given(JsonNode given) {
        if (!given.isBoolean()) {
            throw ProblemException.badRequest("bad-given", "given must be said: true or false");
        }
        return given.booleanValue();
    }

    private String version(JsonNode version) {
        if (JsonBody.isMissing(version)) {
            return "";
        }
        String text = version.isTextual() ? version.textValue().strip() : "";
        boolean fits = text.codePointCount(0, text.length()) <= maxVersion
                && text.codePoints().noneMatch(Character::isISOControl);
        if (text.isEmpty() || !fits) {
            throw ProblemException.badRequest(
                    "bad-notice-version", "noticeVersion is text of 1 to " + maxVersion + " characters in one line");
        }
        return text;
    }

    private static String language(JsonNode language) {
        if (JsonBody.isMissing(language)) {
            return "";
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(language.isTextual() ? language.textValue() : "")
                    .build()
                    .toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // Said below
        }
        throw ProblemException.badRequest("bad-notice-language", "noticeLanguage is a language by BCP 47, such as de");
    }

    private static boolean erase(JsonNode erase, boolean given) {
        boolean bad = !JsonBody.isMissing(erase) && !erase.isBoolean();
        if (bad || erase.asBoolean(false) && given) {
            throw ProblemException.badRequest(
                    "bad-erase", "erase is true or false, and true only where given is false");
        }
        return erase.asBoolean(false);
    }
}
