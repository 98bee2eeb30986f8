package dev.rapt.aggregator.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.log.LogEvent;
import dev.rapt.aggregator.log.LogEvent.Kind;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.WebcamOn;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
    private static final byte[] KEY = "m".getBytes(UTF_8);

    private static LogReading read(MeetingEvent event) {
        return LogReader.read(KEY, event.toByteArray());
    }

    private static LogReading kept(Kind kind, String name, boolean silence) {
        return new LoggedEvent("m", new LogEvent("p", AT, "zoom-rtms", kind, name, silence));
    }

    @Test
    void readsEveryKind() {
        assertThat(read(Events.joined("m", "p", AT, "Ada"))).isEqualTo(kept(Kind.JOINED, "Ada", false));
        assertThat(read(Events.left("m", "p", AT))).isEqualTo(kept(Kind.LEFT, "", false));
        assertThat(read(Events.speechOn("m", "p", AT))).isEqualTo(kept(Kind.SPEECH_ON, "", true));
        assertThat(read(Events.speechOff("m", "p", AT))).isEqualTo(kept(Kind.SPEECH_OFF, "", false));
        assertThat(read(Events.webcamOff("m", "p", AT))).isEqualTo(kept(Kind.WEBCAM_OFF, "", false));
        assertThat(read(Events.event("m", "p", AT)
                        .setWebcamOn(WebcamOn.getDefaultInstance())
                        .build()))
                .isEqualTo(kept(Kind.WEBCAM_ON, "", false));
    }

    @Test
    void namesWhatDoesNotHold() {
        MeetingEvent good = Events.left("m", "p", AT);

        assertThat(LogReader.read(KEY, null)).isEqualTo(new Unreadable(Fault.NOT_AN_EVENT));
        assertThat(LogReader.read(KEY, new byte[] {-1})).isEqualTo(new Unreadable(Fault.NOT_AN_EVENT));
        assertThat(LogReader.read("n".getBytes(UTF_8), good.toByteArray())).isEqualTo(new Unreadable(Fault.WRONG_KEY));
        assertThat(LogReader.read(null, good.toByteArray())).isEqualTo(new Unreadable(Fault.WRONG_KEY));
        assertThat(read(Events.left("m", "", AT))).isEqualTo(new Unreadable(Fault.BAD_ID));
        assertThat(read(Events.left("m", "p", Instant.EPOCH))).isEqualTo(new Unreadable(Fault.BAD_MOMENT));
        assertThat(read(good.toBuilder().setSource("Zoom!").build())).isEqualTo(new Unreadable(Fault.BAD_SOURCE));
        assertThat(read(Events.joined("m", "p", AT, "x".repeat(1_001)))).isEqualTo(new Unreadable(Fault.BAD_NAME));
        assertThat(read(Events.event("m", "p", AT).build())).isEqualTo(new Unreadable(Fault.NO_HAPPENING));
    }

    @Test
    void readsStates() {
        byte[] key = "m/erased/".getBytes(UTF_8);

        assertThat(StateReader.read(key, Events.erased("m").toByteArray())).isEqualTo(new StateReading.Erasure("m"));
        assertThat(StateReader.read(key, null)).isEqualTo(new StateReading.Forgotten("m"));
        assertThat(StateReader.read("m/gallery-epoch/".getBytes(UTF_8), null)).isEqualTo(new StateReading.Irrelevant());
        assertThat(StateReader.read(null, null)).isEqualTo(new StateReading.Irrelevant());
        assertThat(StateReader.read(key, Events.epoch("m").toByteArray())).isEqualTo(new StateReading.Irrelevant());
        assertThat(StateReader.read(KEY, Events.erased("m").toByteArray()))
                .isEqualTo(new StateReading.Broken(Fault.WRONG_KEY));
        assertThat(StateReader.read(key, Events.erased("no id").toByteArray()))
                .isEqualTo(new StateReading.Broken(Fault.BAD_ID));
        assertThat(StateReader.read(key, new byte[] {-1})).isEqualTo(new StateReading.Broken(Fault.NOT_A_STATE));
    }
}
