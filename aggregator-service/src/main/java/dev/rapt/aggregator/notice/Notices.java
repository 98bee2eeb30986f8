package dev.rapt.aggregator.notice;

import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The notices that come with Rapt, a file a language: {@code notice-LANGUAGE.properties} beside this class. They say
 * what is measured and what for, what is kept and for how long, and how to say no. Safe for many threads.
 */
public final class Notices {

    /** In the order in which they are listed; the first is the one where none is asked for. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl");

    /**
     * What a meeting's notice says beside its terms.
     *
     * @param retention how long figures are kept
     * @param leastPeople of how many a group view tells at least
     * @param link where to see what is measured
     */
    public record Facts(Duration retention, int leastPeople, String link) {}

    private final Map<String, Texts> texts = new LinkedHashMap<>();

    /** Reads all of them. */
    public Notices() {
        LANGUAGES.forEach(language -> texts.put(language, Texts.read(language)));
    }

    /** The version of what they say. */
    public String version() {
        return texts.get(LANGUAGES.get(0)).say("version");
    }

    /** What a language calls itself. */
    public String nameOf(String language) {
        return texts.get(language).say("language");
    }

    /** The language of ours that stands for this one, such as {@code de} for {@code de-AT}; empty when none does. */
    public static Optional<String> languageOf(String wanted) {
        String primary = wanted.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return LANGUAGES.stream().filter(primary::equals).findFirst();
    }

    /** What the participants of a meeting are told. */
    public Notice of(String language, Terms terms, Facts facts) {
        Texts say = texts.get(language);
        List<String> told = new ArrayList<>();
        told.add(say.say(
                "intro", Map.of("purpose", say.say("purpose." + terms.purpose().text()))));
        told.add(say.say("signals." + terms.signals().text()));
        told.add(say.say("pictures"));
        told.add(say.say("view." + terms.view().text(), Map.of("least", String.valueOf(facts.leastPeople()))));
        if (terms.pseudonymous()) {
            told.add(say.say("pseudonymous"));
        }
        told.add(say.say("retention", Map.of("retention", length(say, facts.retention()))));
        told.add(say.say("consent." + terms.consent().text()));
        told.add(say.say("refuse"));
        told.add(say.say("link", Map.of("link", facts.link())));
        return new Notice(version(), language, say.say("title"), told);
    }

    /** Everything that a notice may say, with the names of what stands in for it in braces. */
    public Notice template(String language) {
        Texts say = texts.get(language);
        List<String> told = new ArrayList<>(List.of(say.say("intro")));
        for (Signals signals : Signals.values()) {
            told.add(say.say("signals." + signals.text()));
        }
        told.add(say.say("pictures"));
        for (View view : View.values()) {
            told.add(say.say("view." + view.text()));
        }
        told.add(say.say("pseudonymous"));
        told.add(say.say("retention"));
        for (ConsentRule rule : ConsentRule.values()) {
            told.add(say.say("consent." + rule.text()));
        }
        told.add(say.say("refuse"));
        told.add(say.say("link"));
        return new Notice(version(), language, say.say("title"), told);
    }

    private static String length(Texts say, Duration length) {
        if (length.toDays() > 0 && length.equals(Duration.ofDays(length.toDays()))) {
            return say.say(length.toDays() == 1 ? "day" : "days", Map.of("n", String.valueOf(length.toDays())));
        }
        if (length.toHours() > 0 && length.equals(Duration.ofHours(length.toHours()))) {
            return length.toHours() + " h";
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }
}
