package dev.rapt.aggregator.log;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * When a participant came and went, as far as bots say.
 *
 * @param name the latest, as the meeting shows it
 * @param joinedAt the first arrival
 * @param leftAt the last departure, unless the participant came again
 * @param cameraOn what was said last of the camera
 */
public record Attendance(
        Optional<String> name, Optional<Instant> joinedAt, Optional<Instant> leftAt, Optional<Boolean> cameraOn) {

    /** Nothing is known. */
    public static final Attendance UNKNOWN =
            new Attendance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What the events of one participant, in any order, say. */
    public static Attendance of(Collection<LogEvent> events) {
        Attendance attendance = UNKNOWN;
        for (LogEvent event : events.stream().sorted(ORDER).toList()) {
            attendance = attendance.with(event);
        }
        return attendance;
    }

    // Of two events of one moment the arrival and the camera that is on come last and hold, and what a greater source
    // says
    private static final Comparator<LogEvent> ORDER = Comparator.comparing(LogEvent::at)
            .thenComparing(LogEvent::kind, Comparator.reverseOrder())
            .thenComparing(LogEvent::source);

    private Attendance with(LogEvent event) {
        return switch (event.kind()) {
            case JOINED ->
                new Attendance(
                        event.name().isEmpty() ? name : Optional.of(event.name()),
                        joinedAt.or(() -> Optional.of(event.at())),
                        Optional.empty(),
                        cameraOn);
            case LEFT -> new Attendance(name, joinedAt, Optional.of(event.at()), cameraOn);
            case WEBCAM_ON -> new Attendance(name, joinedAt, leftAt, Optional.of(true));
            case WEBCAM_OFF -> new Attendance(name, joinedAt, leftAt, Optional.of(false));
            case SPEECH_ON, SPEECH_OFF -> this;
        };
    }
}
