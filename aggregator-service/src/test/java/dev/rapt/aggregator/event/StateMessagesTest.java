package dev.rapt.aggregator.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.StateReading.Broken;
import dev.rapt.aggregator.event.StateReading.Irrelevant;
import dev.rapt.aggregator.event.StateReading.Stated;
import dev.rapt.aggregator.event.StateReading.Withdrawn;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Ended;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateMessagesTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123Z");
    private static final Declaration BIOLOGY = new Declaration(
            "Biology 101",
            List.of("bio", "week 3"),
            List.of(new Group("front row", Set.of("ada", "bob")), new Group("empty", Set.of())),
            Optional.of(new Terms(
                    Purpose.EDUCATION, "DE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.GROUP, true, "because")),
            Optional.of(Duration.ofDays(7)),
            AT);
    private static final Marker SPOT =
            new Marker("spot-a", "Spot A", Marker.Kind.ADVERT, AT, AT.plusSeconds(30), List.of("x"));

    private static StateReading read(String key, byte[] value) {
        return StateReader.read(key.getBytes(UTF_8), value);
    }

    @Test
    void aDeclarationComesBackAsItWas() {
        byte[] value = StateMessages.of("m", BIOLOGY);

        assertThat(read("m/declared/", value)).isEqualTo(new Stated("m", StateKind.DECLARED, ""));
        assertThat(StateMessages.declaration(value)).isEqualTo(BIOLOGY);
    }

    @Test
    void whatIsLeftOutOfADeclarationStaysOut() {
        Declaration bare = new Declaration("", List.of(), List.of(), Optional.empty(), Optional.empty(), AT);

        assertThat(StateMessages.declaration(StateMessages.of("m", bare))).isEqualTo(bare);
    }

    @Test
    void theSameDeclarationIsTheSameBytes() {
        Declaration again = new Declaration(
                BIOLOGY.title(),
                BIOLOGY.labels(),
                List.of(new Group("front row", Set.of("bob", "ada")), new Group("empty", Set.of())),
                BIOLOGY.terms(),
                BIOLOGY.retention(),
                AT);

        assertThat(StateMessages.of("m", again)).isEqualTo(StateMessages.of("m", BIOLOGY));
    }

    @Test
    void anEndComesBackAsItWas() {
        byte[] value = StateMessages.of("m", new Ending(AT), AT.plusSeconds(60));

        assertThat(read("m/ended/", value)).isEqualTo(new Stated("m", StateKind.ENDED, ""));
        assertThat(StateMessages.ending(value)).isEqualTo(new Ending(AT));
    }

    @ParameterizedTest
    @EnumSource(Marker.Kind.class)
    void aMarkerOfAnyKindComesBackAsItWas(Marker.Kind kind) {
        Marker marker = new Marker("spot-a", "Spot A", kind, AT, AT.plusMillis(1), List.of("x", "y"));
        byte[] value = StateMessages.of("m", marker, AT);

        assertThat(read("m/marker/spot-a", value)).isEqualTo(new Stated("m", StateKind.MARKER, "spot-a"));
        assertThat(StateMessages.marker(value)).isEqualTo(marker);
    }

    @Test
    void whatHasNoValueIsWithdrawn() {
        assertThat(read("m/marker/spot-a", null)).isEqualTo(new Withdrawn("m", StateKind.MARKER, "spot-a"));
        assertThat(read("m/declared/", null)).isEqualTo(new Withdrawn("m", StateKind.DECLARED, ""));
        assertThat(read("m/ended/", null)).isEqualTo(new Withdrawn("m", StateKind.ENDED, ""));
        assertThat(read("m/gallery-epoch/", null)).isEqualTo(new Irrelevant());
        assertThat(read("m/marker", null)).isEqualTo(new Irrelevant());
        assertThat(read("no id/marker/spot-a", null)).isEqualTo(new Irrelevant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"m/declared", "n/declared/", "m/ended/", "m/declared/x", "", "m"})
    void aDeclarationUnderAnotherKeyIsRefused(String key) {
        assertThat(read(key, StateMessages.of("m", BIOLOGY))).isEqualTo(new Broken(Fault.WRONG_KEY));
    }

    @Test
    void aMarkerUnderAnotherKeyIsRefused() {
        assertThat(read("m/marker/spot-b", StateMessages.of("m", SPOT, AT))).isEqualTo(new Broken(Fault.WRONG_KEY));
    }

    @Test
    void statesThatCannotBeAreRefused() {
        MeetingState.Builder state = MeetingState.newBuilder().setMeetingId("m");
        dev.rapt.contracts.v1.Marker.Builder marker = dev.rapt.contracts.v1.Marker.newBuilder()
                .setMarkerId("a")
                .setKind("advert")
                .setStartMs(2)
                .setEndMs(3);
        List<MeetingState> wrong = List.of(
                state.setMarker(marker.clone().setEndMs(2)).build(),
                state.setMarker(marker.clone().setKind("")).build(),
                state.setMarker(marker.clone().setKind("jingle")).build(),
                state.setMarker(marker.clone().setMarkerId("a/b")).build(),
                state.setMarker(marker.clone().setMarkerId("")).build(),
                state.setEnded(Ended.newBuilder().setEndedAtMs(-1)).build(),
                state.setDeclared(Declared.newBuilder().setRetentionMs(0)).build());

        for (MeetingState each : wrong) {
            String key = "m/" + each.getWhatCase().name().toLowerCase(java.util.Locale.ROOT) + "/"
                    + each.getMarker().getMarkerId();
            assertThat(read(key, each.toByteArray())).as("%s", each).isEqualTo(new Broken(Fault.BAD_STATE));
        }
        MeetingState elsewhere = state.setMeetingId("no id")
                .setDeclared(Declared.getDefaultInstance())
                .build();
        assertThat(read("no id/declared/", elsewhere.toByteArray())).isEqualTo(new Broken(Fault.BAD_ID));
    }
}
