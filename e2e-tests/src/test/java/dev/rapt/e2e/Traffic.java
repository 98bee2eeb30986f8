package dev.rapt.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Frames of several participants of two meetings, three a second of each, until it is stopped. The clock of these bots
 * runs fast: captures are a step of the finest timeline apart, so that a timeline tells of each single frame how often it
 * was counted.
 */
final class Traffic implements AutoCloseable {

    /** The finest step of a timeline. */
    static final long STEP_MILLIS = 5_000;

    private static final Duration PACE = Duration.ofMillis(333);
    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final long PAST_MILLIS = Duration.ofHours(3).toMillis();

    private final List<Lane> lanes;

    private Traffic(List<Lane> lanes) {
        this.lanes = lanes;
    }

    /** Declares the meetings and begins to send. */
    static Traffic start(RunningDemo demo, String name, List<Clip.Picture> pictures) throws Exception {
        Api api = new Api(demo.origin());
        List<Lane> lanes = new ArrayList<>();
        for (Map.Entry<String, List<String>> meeting : Map.of(
                        "-1", List.of("ada", "bob", "eve"), "-2", List.of("dan", "fay"))
                .entrySet()) {
            api.declare(name + meeting.getKey());
            lanes.add(new Lane(
                    name + meeting.getKey(),
                    meeting.getValue(),
                    new FrameSender(demo.detector(), name + meeting.getKey()),
                    pictures));
        }
        lanes.forEach(Thread::start);
        return new Traffic(List.copyOf(lanes));
    }

    /** Each meeting with its participants. */
    Map<String, List<String>> meetings() {
        Map<String, List<String>> meetings = new LinkedHashMap<>();
        lanes.forEach(lane -> meetings.put(lane.meeting, lane.participants));
        return meetings;
    }

    /** When the next frames of each meeting will say that they were captured. */
    Map<String, Long> next() {
        Map<String, Long> next = new LinkedHashMap<>();
        lanes.forEach(lane -> next.put(lane.meeting, lane.next));
        return next;
    }

    /** Sends no more, and waits until each frame that was sent has found its end. */
    void stop() throws Exception {
        lanes.forEach(lane -> lane.stopping = true);
        for (Lane lane : lanes) {
            lane.join(DRAIN.toMillis());
            lane.sender.drain(DRAIN);
        }
    }

    /** When a frame would be captured that has the step of this moment to itself. */
    static long capturedAround(long millis) {
        return millis / STEP_MILLIS * STEP_MILLIS + STEP_MILLIS / 2;
    }

    /** The frames that were sent, once it has stopped. */
    Set<FrameSender.Id> sent(String meeting) {
        Set<FrameSender.Id> sent = new HashSet<>(lane(meeting).sent);
        sent.addAll(lane(meeting).posted);
        return sent;
    }

    /** The frames that were answered as recorded. */
    Set<FrameSender.Id> acknowledged(String meeting) {
        Set<FrameSender.Id> acknowledged = new HashSet<>(lane(meeting).postedAndAcknowledged);
        lane(meeting).sender.outcomes().forEach((id, outcome) -> {
            if (outcome.equals("published") || outcome.equals("absent")) {
                acknowledged.add(id);
            }
        });
        return acknowledged;
    }

    /** Sends one frame more, besides the flow, over HTTP; it is among the sent ones, and the acknowledged ones if so. */
    Api.Answer post(Api api, String meeting, String participant, long capturedAt, byte[] picture) throws Exception {
        FrameSender.Id id = new FrameSender.Id(participant, capturedAt);
        Lane lane = lane(meeting);
        lane.posted.add(id);
        Api.Answer answer = api.postFrame(meeting, participant, capturedAt, picture);
        if (answer.status() == 202) {
            lane.postedAndAcknowledged.add(id);
        }
        return answer;
    }

    private Lane lane(String meeting) {
        return lanes.stream()
                .filter(lane -> lane.meeting.equals(meeting))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        lanes.forEach(lane -> {
            lane.stopping = true;
            lane.interrupt();
            lane.sender.close();
        });
    }

    /** The frames of one meeting, over one connection. */
    private static final class Lane extends Thread {

        private final String meeting;
        private final List<String> participants;
        private final FrameSender sender;
        private final List<Clip.Picture> pictures;
        private final Set<FrameSender.Id> sent = new HashSet<>();
        private final Set<FrameSender.Id> posted = new HashSet<>();
        private final Set<FrameSender.Id> postedAndAcknowledged = new HashSet<>();
        private volatile long next = capturedAround(System.currentTimeMillis() - PAST_MILLIS);
        private volatile boolean stopping;

        Lane(String meeting, List<String> participants, FrameSender sender, List<Clip.Picture> pictures) {
            super("traffic-" + meeting);
            setDaemon(true);
            this.meeting = meeting;
            this.participants = participants;
            this.sender = sender;
            this.pictures = pictures;
        }

        @Override
        public void run() {
            try {
                for (int round = 0; !stopping; round++) {
                    long capturedAt = next;
                    next = capturedAt + STEP_MILLIS;
                    byte[] picture = pictures.get(round % pictures.size()).jpeg();
                    for (String participant : participants) {
                        sent.add(new FrameSender.Id(participant, capturedAt));
                        sender.send(participant, capturedAt, picture);
                    }
                    TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
                }
            } catch (InterruptedException e) {
                // Whoever closes it doesn't ask what became of the frames
                Thread.currentThread().interrupt();
            }
        }
    }
}
