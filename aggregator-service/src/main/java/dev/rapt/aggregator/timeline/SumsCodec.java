package dev.rapt.aggregator.timeline;

/**
 * Sums as bytes: one byte says which sections follow, so that an empty second is one byte.
 *
 * <p>Version 2: 1 scored (frames, seconds, eight labels, seven expressions), 2 absent (seven numbers in the order of
 * {@link Absence}), 4 skipped (one), 8 measured (frames without an expression, seconds, three figures), 16 posed
 * (frames, seconds, three angles, which may be below zero), 32 graded (frames, seconds, three traits).
 *
 * <p>Version 1, which is read and no longer written, had the first three only, and the three figures at the end of the
 * first: every face was scored.
 */
final class SumsCodec {

    private static final int SCORED = 1;
    private static final int ABSENT = 2;
    private static final int SKIPPED = 4;
    private static final int MEASURED = 8;
    private static final int POSED = 16;
    private static final int GRADED = 32;

    private SumsCodec() {}

    static void write(Packer packer, Sums sums) {
        boolean scored = sums.at(Sums.SCORED) > 0;
        boolean absent = sums.total(Sums.ABSENT, Sums.LABELS - Sums.ABSENT) > 0;
        boolean skipped = sums.at(Sums.SKIPPED) > 0;
        boolean measured = scored || sums.at(Sums.SEEN) > 0;
        boolean posed = sums.at(Sums.POSED) > 0;
        boolean graded = sums.at(Sums.GRADED) > 0;
        packer.octet((scored ? SCORED : 0)
                | (absent ? ABSENT : 0)
                | (skipped ? SKIPPED : 0)
                | (measured ? MEASURED : 0)
                | (posed ? POSED : 0)
                | (graded ? GRADED : 0));
        if (scored) {
            packer.number(sums.at(Sums.SCORED)).number(sums.at(Sums.SCORED_SECONDS));
            write(packer, sums, Sums.LABELS, Sums.EXPRESSIONS_END);
        }
        if (absent) {
            write(packer, sums, Sums.ABSENT, Sums.LABELS);
        }
        if (skipped) {
            packer.number(sums.at(Sums.SKIPPED));
        }
        if (measured) {
            write(packer, sums, Sums.SEEN, Sums.POSED);
        }
        if (posed) {
            write(packer, sums, Sums.POSED, Sums.ANGLES);
            for (int i = Sums.ANGLES; i < Sums.GRADED; i++) {
                packer.signed(sums.at(i));
            }
        }
        if (graded) {
            write(packer, sums, Sums.GRADED, Sums.SIZE);
        }
    }

    static Sums read(Unpacker unpacker, int version) {
        int sections = unpacker.octet();
        long[] values = new long[Sums.SIZE];
        if ((sections & SCORED) != 0) {
            values[Sums.SCORED] = unpacker.number();
            values[Sums.SCORED_SECONDS] = unpacker.number();
            read(unpacker, values, Sums.LABELS, Sums.EXPRESSIONS_END);
            if (version == 1) {
                values[Sums.MEASURED_SECONDS] = values[Sums.SCORED_SECONDS];
                read(unpacker, values, Sums.FIGURES, Sums.POSED);
            }
        }
        if ((sections & ABSENT) != 0) {
            read(unpacker, values, Sums.ABSENT, Sums.LABELS);
        }
        if ((sections & SKIPPED) != 0) {
            values[Sums.SKIPPED] = unpacker.number();
        }
        if ((sections & MEASURED) != 0) {
            read(unpacker, values, Sums.SEEN, Sums.POSED);
        }
        if ((sections & POSED) != 0) {
            read(unpacker, values, Sums.POSED, Sums.ANGLES);
            for (int i = Sums.ANGLES; i < Sums.GRADED; i++) {
                values[i] = unpacker.signed();
            }
        }
        if ((sections & GRADED) != 0) {
            read(unpacker, values, Sums.GRADED, Sums.SIZE);
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
