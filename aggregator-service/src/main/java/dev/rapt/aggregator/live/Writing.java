package dev.rapt.aggregator.live;

import dev.rapt.aggregator.live.Changes.Place;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts rows that are written already together into the data of an event. Ids need no escaping. */
final class Writing {

    private Writing() {}

    /**
     * Rows by participant.
     *
     * @param rows whole values of steps, in order
     * @param name the JSON of a participant's name
     * @param activeSpeaker JSON
     */
    static String rows(
            String meetingId, SortedMap<Place, String> rows, Function<String, String> name, String activeSpeaker) {
        StringBuilder json =
                new StringBuilder("{\"meetingId\":\"").append(meetingId).append("\",\"participants\":[");
        String open = "";
        for (Map.Entry<Place, String> row : rows.entrySet()) {
            String participant = row.getKey().participantId();
            if (participant.equals(open)) {
                json.append(',');
            } else {
                json.append(open.isEmpty() ? "" : "]},")
                        .append("{\"participantId\":\"")
                        .append(participant)
                        .append("\",\"name\":")
                        .append(name.apply(participant))
                        .append(",\"buckets\":[");
                open = participant;
            }
            json.append(row.getValue());
        }
        return json.append(open.isEmpty() ? "" : "]}")
                .append("],\"activeSpeaker\":")
                .append(activeSpeaker)
                .append('}')
                .toString();
    }

    static String markers(String meetingId, String markers) {
        return "{\"meetingId\":\"" + meetingId + "\",\"markers\":" + markers + "}";
    }

    static String ended(String meetingId, String at) {
        return "{\"meetingId\":\"" + meetingId + "\",\"endedAt\":\"" + at + "\"}";
    }

    static String gone(String meetingId, Collection<String> participants) {
        return "{\"meetingId\":\"" + meetingId + "\",\"participantIds\":"
                + participants.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")) + "}";
    }

    static String erased(String meetingId) {
        return "{\"meetingId\":\"" + meetingId + "\"}";
    }

    static String reset(String meetingId, String reason) {
        return "{\"meetingId\":\"" + meetingId + "\",\"reason\":\"" + reason + "\"}";
    }
}
