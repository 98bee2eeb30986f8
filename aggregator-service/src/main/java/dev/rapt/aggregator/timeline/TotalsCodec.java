package dev.rapt.aggregator.timeline;

import java.time.Instant;

/** What is kept of a participant and of a meeting as bytes, version 1 of both; times in milliseconds since the epoch. */
public final class TotalsCodec {

    private static final int VERSION = 1;

    private TotalsCodec() {}

    /** A participation as bytes. */
    public static byte[] encode(Participation participation) {
        Packer packer = new Packer()
                .octet(VERSION)
                .number(participation.firstCapturedAt().toEpochMilli())
                .number(participation.lastCapturedAt().toEpochMilli())
                .number(participation.countedSince().toEpochMilli());
        SumsCodec.write(packer, participation.tally().sums());
        return packer.toBytes();
    }

    /** The participation of these bytes; throws IllegalArgumentException when they are none. */
    public static Participation participation(byte[] bytes) {
        Unpacker unpacker = new Unpacker(bytes);
        unpacker.version(VERSION);
        Instant first = Instant.ofEpochMilli(unpacker.number());
        Instant last = Instant.ofEpochMilli(unpacker.number());
        Instant countedSince = Instant.ofEpochMilli(unpacker.number());
        Tally tally = new Tally(SumsCodec.read(unpacker));
        unpacker.end();
        return new Participation(tally, first, last, countedSince);
    }

    /** A meeting as bytes. */
    public static byte[] encode(Meeting meeting) {
        return new Packer()
                .octet(VERSION)
                .number(meeting.participants())
                .number(meeting.frames())
                .number(meeting.firstCapturedAt().toEpochMilli())
                .number(meeting.lastCapturedAt().toEpochMilli())
                .toBytes();
    }

    /** The meeting of these bytes; throws IllegalArgumentException when they are none. */
    public static Meeting meeting(byte[] bytes) {
        Unpacker unpacker = new Unpacker(bytes);
        unpacker.version(VERSION);
        Meeting meeting = new Meeting(
                unpacker.number(),
                unpacker.number(),
                Instant.ofEpochMilli(unpacker.number()),
                Instant.ofEpochMilli(unpacker.number()));
        unpacker.end();
        return meeting;
    }
}
