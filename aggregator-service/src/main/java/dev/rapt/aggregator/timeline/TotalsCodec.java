package dev.rapt.aggregator.timeline;

import java.time.Instant;

/**
 * What is kept of a participant and of a meeting as bytes; times in milliseconds since the epoch. A
 * participation is version 2 and version 1 is read, a meeting is version 1.
 */
public final class TotalsCodec {

    private static final int PARTICIPATION = 2;
    private static final int MEETING = 1;

    private TotalsCodec() {}

    /** A participation as bytes. */
    public static byte[] encode(Participation participation) {
        Packer packer = new Packer()
                .octet(PARTICIPATION)
                .number(participation.firstCapturedAt().toEpochMilli())
                .number(participation.lastCapturedAt().toEpochMilli())
                .number(participation.countedSince().toEpochMilli());
        SumsCodec.write(packer, participation.tally().sums());
        return packer.toBytes();
    }

    /** The participation of these bytes; throws IllegalArgumentException when they are none. */
    public static Participation participation(byte[] bytes) {
        Unpacker unpacker = new Unpacker(bytes);
        int version = unpacker.version(PARTICIPATION);
        Instant first = Instant.ofEpochMilli(unpacker.number());
        Instant last = Instant.ofEpochMilli(unpacker.number());
        Instant countedSince = Instant.ofEpochMilli(unpacker.number());
        Tally tally = new Tally(SumsCodec.read(unpacker, version));
        unpacker.end();
        return new Participation(tally, first, last, countedSince);
    }

    /** A meeting as bytes. */
    public static byte[] encode(Meeting meeting) {
        return new Packer()
                .octet(MEETING)
                .number(meeting.participants())
                .number(meeting.frames())
                .number(meeting.firstCapturedAt().toEpochMilli())
                .number(meeting.lastCapturedAt().toEpochMilli())
                .toBytes();
    }

    /** The meeting of these bytes; throws IllegalArgumentException when they are none. */
    public static Meeting meeting(byte[] bytes) {
        Unpacker unpacker = new Unpacker(bytes);
        unpacker.version(MEETING);
        Meeting meeting = new Meeting(
                unpacker.number(),
                unpacker.number(),
                Instant.ofEpochMilli(unpacker.number()),
                Instant.ofEpochMilli(unpacker.number()));
        unpacker.end();
        return meeting;
    }
}
