package dev.rapt.kafka.setup.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final TopicPlan PLAN = new TopicPlan(48, Optional.of(3), Optional.of(2), Optional.empty());

    @Test
    void topicsAsPlannedHaveNoFindings() {
        assertThat(Findings.of(PLAN, asPlanned())).isEmpty();
    }

    @Test
    void whatIsMissingOrDifferentIsNamed() {
        // Given
        Map<String, TopicState> there = asPlanned();
        there.remove(Topics.DEAD_LETTERS);
        there.put(Topics.FACE_CROPS, changed(there, Topics.FACE_CROPS, 48, 1, "message.timestamp.type", "CreateTime"));
        there.put(Topics.MEETING_LOG, changed(there, Topics.MEETING_LOG, 12, 3, "retention.ms", "604800000"));

        // When, then
        assertThat(Findings.of(PLAN, there))
                .containsExactly(
                        "Topic face-crops has 1 replicas where 3 are expected",
                        "Topic face-crops has message.timestamp.type=CreateTime where LogAppendTime is expected",
                        "Topic meeting-log has 12 partitions where 48 are expected: they are fixed at creation, so start"
                                + " with the number it has, or delete the topic first",
                        "Topic meeting-log has retention.ms=604800000 where 2700000 is expected",
                        "Topic rapt-dead-letters doesn't exist",
                        "These topics must have as many partitions as each other:"
                                + " {face-scores=48, meeting-log=12, meeting-state=48}");
    }

    @Test
    void anAuditLogThatIsKeptLongerStaysSoUnlessItIsSaid() {
        // Given
        Map<String, TopicState> there = asPlanned();
        String years = "" + Duration.ofDays(3650).toMillis();
        there.put(Topics.AUDIT, changed(there, Topics.AUDIT, 1, 3, "retention.ms", years));

        // When, then
        assertThat(Findings.of(PLAN, there)).isEmpty();
        assertThat(Findings.of(PLAN.keepingAuditFor(Duration.ofDays(400)), there))
                .hasSize(1);
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new TopicPlan(0, Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessage("Partitions must be 1 or more, not 0");
        assertThatThrownBy(() -> new TopicPlan(4, Optional.of(1), Optional.of(2), Optional.empty()))
                .hasMessageContaining("2 of 1");
    }

    private static Map<String, TopicState> asPlanned() {
        Map<String, TopicState> topics = new HashMap<>();
        PLAN.specs()
                .forEach(spec ->
                        topics.put(spec.name(), new TopicState(spec.name(), spec.partitions(), 3, spec.config())));
        return topics;
    }

    private static TopicState changed(
            Map<String, TopicState> of, String name, int partitions, int replicas, String setting, String value) {
        Map<String, String> settings = new HashMap<>(of.get(name).settings());
        settings.put(setting, value);
        return new TopicState(name, partitions, replicas, settings);
    }
}
