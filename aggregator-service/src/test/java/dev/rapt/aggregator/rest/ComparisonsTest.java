package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rapt.aggregator.cluster.Gathered;
import dev.rapt.aggregator.cluster.Missing;
import dev.rapt.aggregator.cluster.Part;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static final Set<String> ASKED = new LinkedHashSet<>(List.of("c", "a", "b", "d"));

    private static Part<SummaryViews.Comparison> part(boolean stale, String... ids) {
        return new Part<>(
                new SummaryViews.Comparison(
                        Arrays.stream(ids)
                                .map(id -> new SummaryViews.Compared(id, false, JsonNodeFactory.instance.objectNode()))
                                .toList(),
                        List.of(),
                        List.of()),
                stale);
    }

    private static Part<SummaryViews.Comparison> without(String id, String reason) {
        return new Part<>(
                new SummaryViews.Comparison(List.of(), List.of(new SummaryViews.Without(id, reason)), List.of()),
                false);
    }

    private static SummaryViews.Comparison merge(Set<String> ids, List<Part<SummaryViews.Comparison>> parts) {
        return Comparisons.merge(ids, new Gathered<>(parts, List.of(new Missing("x:1", "timeout")), true));
    }

    @Test
    void meetingsComeInTheOrderOfTheQuestionAndWhatNobodyToldIsNamed() {
        SummaryViews.Comparison merged =
                merge(ASKED, List.of(part(false, "a"), without("b", "nobody-seen"), part(true, "a", "c")));

        assertThat(merged.meetings())
                .extracting(SummaryViews.Compared::meetingId)
                .containsExactly("c", "a");
        assertThat(merged.meetings()).extracting(SummaryViews.Compared::stale).containsExactly(true, false);
        assertThat(merged.unknown())
                .containsExactly(
                        new SummaryViews.Without("b", "nobody-seen"), new SummaryViews.Without("d", "not-ready"));
        assertThat(merged.missing()).containsExactly(new MeetingViews.Missing("x:1", "timeout"));
    }

    @Test
    void whoHasAMeetingSaysMoreThanWhoDoesNot() {
        // Given of three instances the one that has the meeting is the last or the first to answer
        Part<SummaryViews.Comparison> elsewhere = without("a", "not-ready");
        Part<SummaryViews.Comparison> here = without("a", "meeting-erased");

        assertThat(merge(Set.of("a"), List.of(elsewhere, here)).unknown())
                .containsExactly(new SummaryViews.Without("a", "meeting-erased"));
        assertThat(merge(Set.of("a"), List.of(here, elsewhere)).unknown())
                .containsExactly(new SummaryViews.Without("a", "meeting-erased"));
    }
}
