package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.export.Row;
import dev.rapt.aggregator.export.RowWriter;
import java.io.IOException;

/** Breaks an export off when the participant whose rows are being written is erased. For one thread. */
final class WatchedRows implements RowWriter {

    private final RowWriter rows;
    private final Answers answers;
    private final String meetingId;
    private String participantId = "";

    WatchedRows(RowWriter rows, Answers answers, String meetingId) {
        this.rows = rows;
        this.answers = answers;
        this.meetingId = meetingId;
    }

    /** The next rows are of this one. */
    void of(String participant) {
        participantId = participant;
    }

    @Override
    public void write(Row row) throws IOException {
        if (answers.isErased(meetingId, participantId)) {
            throw Ruled.participantErased();
        }
        rows.write(row);
    }

    @Override
    public void finish() throws IOException {
        rows.finish();
    }
}
