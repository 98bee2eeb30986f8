package dev.rapt.aggregator.timeline;

/**
 * Sums as bytes: one byte says which sections follow (1 measured, 2 absent, 4 skipped), so that an empty second is one
 * byte. Measured is the number of frames, then the seconds, eight labels, seven expressions and three figures; absent is
 * seven numbers in the order of {@link Absence}; skipped is one.
 */
final class SumsCodec {

    private static final int MEASURED = 1;
    private static final int ABSENT = 2;
    private static final int SKIPPED = 4;

    private SumsCodec() {}

    static void write(Packer packer, Sums sums) {
        boolean measured = sums.at(Sums.MEASURED) > 0;
        boolean absent = sums.total(Sums.ABSENT, Sums.LABELS - Sums.ABSENT) > 0;
        boolean skipped = sums.at(Sums.SKIPPED) > 0;
        packer.octet((measured ? MEASURED : 0) | (absent ? ABSENT : 0) | (skipped ? SKIPPED : 0));
        if (measured) {
            packer.number(sums.at(Sums.MEASURED)).number(sums.at(Sums.SECONDS));
            write(packer, sums, Sums.LABELS, Sums.SIZE);
        }
        if (absent) {
            write(packer, sums, Sums.ABSENT, Sums.LABELS);
        }
        if (skipped) {
            packer.number(sums.at(Sums.SKIPPED));
        }
    }

    static Sums read(Unpacker unpacker) {
        int sections = unpacker.octet();
        long[] values = new long[Sums.SIZE];
        if ((sections & MEASURED) != 0) {
            values[Sums.MEASURED] = unpacker.number();
            values[Sums.SECONDS] = unpacker.number();
            read(unpacker, values, Sums.LABELS, Sums.SIZE);
        }
        if ((sections & ABSENT) != 0) {
            read(unpacker, values, Sums.ABSENT, Sums.LABELS);
        }
        if ((sections & SKIPPED) != 0) {
            values[Sums.SKIPPED] = unpacker.number();
        }
        return Sums.owning(values);
    }

    private static void write(Packer packer, Sums sums, int from, int to) {
        for (int i = from; i < to; i++) {
            packer.number(sums.at(i));
        }
    }

    private static void read(Unpacker unpacker, long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = unpacker.number();
        }
    }
}
