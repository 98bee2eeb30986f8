package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Happening;
import dev.rapt.demo.bot.Happening.Kind;
import dev.rapt.demo.bot.Message;
import dev.rapt.demo.bot.Person;
import dev.rapt.demo.bot.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a bot tells of the meeting besides the frames, always the same, by the meeting's own time: all join with their
 * cameras on; every four seconds another one speaks; the second one's camera is off for three seconds of each minute;
 * once there is a shared screen, a message of an unknown type, and a frame that was already acknowledged; at the end all
 * leave. Safe for several threads.
 */
final class Exchange {

    static final int SPEECH_MS = 4_000;
    static final int CAMERA_OFF_FROM_MS = 10_000;
    static final int CAMERA_OFF_TO_MS = 13_000;
    static final int SCREENSHARE_MS = 3_000;
    static final int UNKNOWN_MS = 3_500;
    private static final int MINUTE_MS = 60_000;
    private static final int NOBODY = -1;

    private final Protocol protocol;
    private final List<Person> people;
    private final Consumer<Message> out;
    private final Runnable screenshared;
    private long beginMs;
    private int speaker = NOBODY;
    private boolean cameraOff;
    private boolean screenIsShared;
    private boolean unknownIsSent;
    private Optional<Frame> lastTaken = Optional.empty();
    private Optional<Frame> toRepeat = Optional.empty();
    private boolean isRepeated;

    /**
     * @param out where the messages go
     * @param screenshared told when a picture of a screen is among them
     */
    Exchange(Protocol protocol, List<Person> people, Consumer<Message> out, Runnable screenshared) {
        this.protocol = protocol;
        this.people = List.copyOf(people);
        this.out = out;
        this.screenshared = screenshared;
    }

    /** The meeting begins at this moment of its own time, in milliseconds since the epoch. */
    synchronized void begin(long atMs) {
        beginMs = atMs;
        for (Person person : people) {
            happen(Kind.JOIN, person, atMs);
            happen(Kind.WEBCAM_ON, person, atMs);
        }
    }

    /** It is this moment. */
    synchronized void at(long atMs) {
        long into = atMs - beginMs;
        speak((int) (into / SPEECH_MS % people.size()), atMs);
        long second = into % MINUTE_MS;
        turnCamera(second >= CAMERA_OFF_FROM_MS && second < CAMERA_OFF_TO_MS, atMs);
        if (into >= SCREENSHARE_MS && !screenIsShared && lastTaken.isPresent()) {
            screenIsShared = true;
            protocol.screenshare(people.get(0), atMs, lastTaken.get().picture()).ifPresent(message -> {
                screenshared.run();
                out.accept(message);
            });
        }
        if (into >= UNKNOWN_MS && !unknownIsSent) {
            unknownIsSent = true;
            protocol.unknown(atMs).ifPresent(out);
        }
    }

    /** Whether frames of this one can be taken now. */
    synchronized boolean isCameraOn(Person person) {
        return !(cameraOff && person.equals(cameraPerson()));
    }

    /** A frame was taken. */
    synchronized void taken(Frame frame) {
        lastTaken = Optional.of(frame);
        if (toRepeat.isEmpty() && frame.capturedAtMs() - beginMs >= SPEECH_MS) {
            toRepeat = lastTaken;
        }
    }

    /** A frame's fate is known. One that was taken in is sent once more, as after a reconnection. */
    synchronized void settled(FrameKey key, Fate fate) {
        if (isRepeated || !fate.accepted() || !protocol.tellsOfTheMeeting()) {
            return;
        }
        toRepeat.filter(frame -> frame.key().equals(key)).ifPresent(frame -> {
            isRepeated = true;
            out.accept(message(frame));
        });
    }

    /** The meeting ends. */
    synchronized void end(long atMs) {
        speak(NOBODY, atMs);
        for (Person person : people) {
            happen(Kind.LEAVE, person, atMs);
        }
    }

    /** A frame as the bot sends it. */
    Message message(Frame frame) {
        Person person = people.stream()
                .filter(one -> one.id().equals(frame.participantId()))
                .findFirst()
                .orElseThrow();
        return protocol.frame(person, frame.capturedAtMs(), frame.sequence(), frame.picture());
    }

    private Person cameraPerson() {
        return people.get(1 % people.size());
    }

    private void speak(int next, long atMs) {
        if (next == speaker) {
            return;
        }
        if (speaker != NOBODY) {
            happen(Kind.SPEECH_OFF, people.get(speaker), atMs);
        }
        if (next != NOBODY) {
            happen(Kind.SPEECH_ON, people.get(next), atMs);
        }
        speaker = next;
    }

    private void turnCamera(boolean off, long atMs) {
        // The own protocol can't say so, and its replay shows all the time
        if (off != cameraOff && protocol.tellsOfTheMeeting()) {
            cameraOff = off;
            happen(off ? Kind.WEBCAM_OFF : Kind.WEBCAM_ON, cameraPerson(), atMs);
        }
    }

    private void happen(Kind kind, Person person, long atMs) {
        protocol.event(new Happening(kind, person, atMs)).ifPresent(out);
    }
}
