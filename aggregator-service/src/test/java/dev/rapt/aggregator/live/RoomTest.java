package dev.rapt.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.Lookup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room whose executor is the test itself: nothing happens but what the test says. */
class RoomTest {

    private static final int PARTITION = 3;

    /** Takes messages and says that they are through when the test does. */
    private static final class Connection implements Outlet {
        final List<Message> messages = new CopyOnWriteArrayList<>();
        final List<Runnable> taken = new CopyOnWriteArrayList<>();
        boolean ended;
        boolean aborted;

        @Override
        public void send(Message message, Runnable through) {
            messages.add(message);
            taken.add(through);
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void abort() {
            aborted = true;
        }

        void take() {
            List<Runnable> all = List.copyOf(taken);
            taken.removeAll(all);
            all.forEach(Runnable::run);
        }

        String last() {
            return messages.get(messages.size() - 1).stream().toString();
        }
    }

    private final MadeUpMeeting meeting = new MadeUpMeeting();
    private final LiveWatch watch = new LiveWatch();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1) {
        @Override
        public void execute(Runnable work) {
            work.run();
        }
    };
    private final List<Room> closed = new ArrayList<>();
    private Lookup<LiveMeeting> found = new Lookup.Found<>(meeting);
    private Room room;

    @BeforeEach
    void open() throws Exception {
        meeting.set("ada", 0, "1");
        LiveMeetings meetings = meetingId -> found;
        Room.House house = new Room.House(
                meetings,
                watch,
                new LiveMeters(new SimpleMeterRegistry()),
                () -> {},
                executor,
                Duration.ofMillis(1),
                Duration.ofMillis(50));
        room = new Room(house, "m", new EventId(PARTITION, 10), new Board("m", 2, 100, meeting), closed::add);
        room.begin();
        settle();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void givesEverybodyTheSameMessageAndTheSlowOneTheLatestOnly() throws Exception {
        // Given
        Connection fast = enter();
        Connection other = enter();
        Connection slow = enter();
        fast.take();
        other.take();

        // When the slow one leaves its first message where it is
        for (int i = 2; i < 5; i++) {
            change(Integer.toString(i), 10 + i);
            fast.take();
            other.take();
        }

        // Then
        assertThat(fast.messages).hasSize(4);
        assertThat(fast.last()).contains("id: 3:14", "\"buckets\":[4]");
        assertThat(other.messages.subList(1, 4)).isEqualTo(fast.messages.subList(1, 4));
        assertThat(slow.messages).hasSize(1);

        // When it takes it at last
        slow.take();
        settle();

        // Then
        assertThat(slow.messages).hasSize(2);
        assertThat(slow.last()).contains("id: 3:14", "\"buckets\":[4]");
    }

    @Test
    void promisesNothingToWhoIsBehindWithASignOfLife() throws Exception {
        // Given
        Connection fast = enter();
        Connection slow = enter();
        fast.take();
        change("2", 11);
        fast.take();
        watch.passed(PARTITION, 25);

        // When
        room.beat();

        // Then
        assertThat(fast.last()).isEqualTo(": still here\nid: 3:25\n\n");
        assertThat(slow.messages).hasSize(1);
    }

    @Test
    void cutsOffWhoDoesntReadAndClosesWhenTheLastHasLeft() throws Exception {
        // Given
        Connection slow = enter();
        Connection fast = enter();
        fast.take();

        // When
        TimeUnit.MILLISECONDS.sleep(60);
        room.sweep();

        // Then
        assertThat(slow.aborted).isTrue();
        assertThat(fast.aborted).isFalse();
        assertThat(closed).isEmpty();

        // When the partition goes elsewhere
        room.dismiss();

        // Then
        assertThat(fast.ended).isTrue();
        assertThat(closed).containsExactly(room);
    }

    @Test
    void saysThatAMeetingIsErasedAndEnds() throws Exception {
        // Given
        Connection connection = enter();
        connection.take();

        // When
        found = new Lookup.Erased<>();
        watch.state("m");
        settle();

        // Then
        assertThat(connection.last()).isEqualTo("event: erased\ndata: {\"meetingId\":\"m\"}\n\n");
        assertThat(connection.ended).isTrue();
        assertThat(closed).containsExactly(room);
    }

    @Test
    void asksAgainWhenTheStoresCantBeRead() throws Exception {
        // Given
        Connection connection = enter();
        connection.take();

        // When
        found = new Lookup.NotReady<>();
        change("2", 11);
        assertThat(connection.messages).hasSize(1);
        found = new Lookup.Found<>(meeting);
        settle();

        // Then
        assertThat(connection.last()).contains("\"buckets\":[2]");
    }

    private Connection enter() {
        Listener listener = new Listener();
        assertThat(room.reserve(listener, 10)).isEqualTo(Room.Place.KEPT);
        Lookup<Message> first = room.first(listener, Board::hello);
        Connection connection = new Connection();
        room.enter(listener, connection, ((Lookup.Found<Message>) first).value());
        assertThat(connection.last()).contains("event: hello");
        return connection;
    }

    /** On the executor's one thread, so that the room can't look in between. */
    private void change(String row, long offset) throws Exception {
        executor.schedule(
                        () -> {
                            meeting.set("ada", 0, row);
                            watch.frame("m", "ada", Instant.EPOCH);
                            watch.passed(PARTITION, offset);
                        },
                        0,
                        TimeUnit.MILLISECONDS)
                .get();
        settle();
    }

    /** Waits until the executor has done what is due. */
    private void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            executor.schedule(() -> {}, 5, TimeUnit.MILLISECONDS).get();
        }
    }
}
