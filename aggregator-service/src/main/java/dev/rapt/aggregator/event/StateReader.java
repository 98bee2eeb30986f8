package dev.rapt.aggregator.event;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.aggregator.event.StateReading.Broken;
import dev.rapt.aggregator.event.StateReading.Erasure;
import dev.rapt.aggregator.event.StateReading.Forgotten;
import dev.rapt.aggregator.event.StateReading.Irrelevant;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.MeetingState;
import java.nio.charset.StandardCharsets;

/** Reads records of the meetings' states. What doesn't hold is named by the first {@link Fault} found, never thrown. */
public final class StateReader {

    private StateReader() {}

    /** Reads a record's key and value, either of which may be null. */
    public static StateReading read(byte[] key, byte[] value) {
        String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (value == null) {
            String meetingId = name.substring(0, Math.max(0, name.indexOf('/')));
            return name.equals(Keys.ofErasure(meetingId)) ? new Forgotten(meetingId) : new Irrelevant();
        }
        try {
            MeetingState state = MeetingState.parseFrom(value);
            if (state.getWhatCase() != MeetingState.WhatCase.ERASED) {
                return new Irrelevant();
            }
            if (!Keys.isId(state.getMeetingId())) {
                return new Broken(Fault.BAD_ID);
            }
            return name.equals(Keys.ofErasure(state.getMeetingId()))
                    ? new Erasure(state.getMeetingId())
                    : new Broken(Fault.WRONG_KEY);
        } catch (InvalidProtocolBufferException e) {
            return new Broken(Fault.NOT_A_STATE);
        }
    }
}
