package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.Meters;
import dev.rapt.aggregator.topology.StreamsState.Phase;
import dev.rapt.kafka.setup.KafkaTrouble;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;

/**
 * Starts Kafka Streams when its topics are there, and again when it has failed, from one thread of its own; the service
 * itself starts and stays up meanwhile and says why it isn't ready.
 */
@ApplicationScoped
public class TimelineStreams implements Instances {

    private static final Logger LOG = Logger.getLogger(TimelineStreams.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final StreamsSettings settings;
    private final TimelineTopology topology;
    private final Duration pause;
    private final Optional<String> address;
    private final Copies copies;
    private final DiskUpkeep disk;
    private volatile int partitions;
    private volatile Optional<KafkaStreams> streams = Optional.empty();
    private volatile StreamsState waiting = new StreamsState(Phase.WAITING, "Not started yet");
    private volatile boolean stopping;
    private Thread keeper;

    TimelineStreams(StreamsSettings settings, AggregatorConfig config, Meters meters, MeetingWatch watch) {
        this.settings = settings;
        this.pause = config.streams().restartPause();
        this.address = config.streams().applicationServer();
        this.copies = new Copies(config.cluster().copyLag());
        AggregatorConfig.Retention retention = config.retention();
        AggregatorConfig.Packing packing = config.packing();
        this.disk = new DiskUpkeep(config, settings.kafka());
        this.topology = disk.over(new TimelineTopology(
                        new RetentionRule(
                                retention.period(), retention.refusals(), retention.interval(), retention.batch()),
                        new PackingRule(packing.idle(), packing.interval(), packing.batch()),
                        meters,
                        meters,
                        Clock.systemUTC())
                .watchedBy(watch));
        meters.streams(() -> state().phase());
        meters.lag(() -> streams.map(running -> StreamsLag.of(running.metrics().values()))
                .orElse(0L));
    }

    void onStart(@Observes StartupEvent event) {
        stopping = false;
        keeper = new Thread(this::keepRunning, "streams-keeper");
        keeper.setDaemon(true);
        keeper.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        keeper.interrupt();
        keeper.join(CLOSING.toMillis());
        streams.ifPresent(running -> running.close(CLOSING));
        disk.close();
        waiting = new StreamsState(Phase.STOPPED, "Stopped");
        streams = Optional.empty();
    }

    /** How it stands now. */
    public StreamsState state() {
        return streams.map(TimelineStreams::stateOf).orElse(waiting);
    }

    /**
     * One partition of a store, which this instance counts; reads show every counted frame, committed or not. They fail
     * with the exception below once the partition goes elsewhere, and never answer for it with nothing.
     *
     * @throws InvalidStateStoreException while it can't be read: not started, restoring, or another instance's
     */
    public ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        return store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition));
    }

    /**
     * One partition of a store, as far as this instance has a copy of it: what is counted elsewhere may not be in it yet.
     *
     * @throws InvalidStateStoreException while there is none that {@linkplain #copies lacks little}
     */
    public ReadOnlyKeyValueStore<Bytes, byte[]> copy(String name, int partition) {
        if (!copies(partition)) {
            throw new InvalidStateStoreException("There is no copy of partition " + partition + " to show");
        }
        return store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition)
                .enableStaleStores());
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(
            StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> wanted) {
        KafkaStreams running = streams.orElseThrow(() -> new InvalidStateStoreException(waiting.detail()));
        try {
            return running.store(wanted);
        } catch (IllegalStateException e) {
            throw new InvalidStateStoreException("The streams have stopped", e);
        }
    }

    @Override
    public Optional<String> address() {
        return address;
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public Optional<Whereabouts> whereabouts(String meetingId) {
        return streams.flatMap(running -> StreamsMap.whereabouts(running, meetingId));
    }

    @Override
    public List<Instance> all() {
        return streams.map(StreamsMap::all).orElse(List.of());
    }

    @Override
    public Set<Integer> owned() {
        return streams.map(StreamsMap::owned).orElse(Set.of());
    }

    @Override
    public boolean holds(int partition) {
        try {
            // Looks for the store without reading it
            store(TimelineTopology.MEETINGS, partition).approximateNumEntries();
            return true;
        } catch (InvalidStateStoreException e) {
            return false;
        }
    }

    @Override
    public boolean copies(int partition) {
        return copies.canBeShown(partition);
    }

    private static StreamsState stateOf(KafkaStreams running) {
        return switch (running.state()) {
            case RUNNING -> new StreamsState(Phase.RUNNING, "Counting");
            case CREATED, REBALANCING -> new StreamsState(Phase.RUNNING, "Taking over partitions");
            case PENDING_ERROR, ERROR -> new StreamsState(Phase.FAILED, "Failed, about to start again");
            case PENDING_SHUTDOWN, NOT_RUNNING -> new StreamsState(Phase.STOPPED, "Stopped");
        };
    }

    private void keepRunning() {
        RequiredTopics topics = new RequiredTopics(settings.kafka());
        try {
            while (!stopping) {
                if (streams.isPresent() && state().phase() == Phase.FAILED) {
                    discard(streams.get());
                } else if (streams.isEmpty()) {
                    Optional<String> obstacle = topics.obstacle();
                    if (obstacle.isPresent()) {
                        waitFor(obstacle.get());
                    } else {
                        start(topics.partitions());
                    }
                } else {
                    copies.look(streams.get());
                }
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitFor(String obstacle) {
        if (!obstacle.equals(waiting.detail())) {
            LOG.infof("Waiting: %s", obstacle);
        }
        waiting = new StreamsState(Phase.WAITING, obstacle);
    }

    private void start(int partitionsNow) throws InterruptedException {
        partitions = partitionsNow;
        try {
            KafkaStreams fresh = new KafkaStreams(topology.get(), settings.properties());
            fresh.setUncaughtExceptionHandler(this::replaceThread);
            // It has locked its directory by now, and not read it yet
            disk.prepare();
            fresh.start();
            streams = Optional.of(fresh);
        } catch (RuntimeException e) {
            // Settings that can't be; and the directory stays locked by the one that never was, so trying again won't
            // do
            LOG.error("The streams don't start; the service must be started again with other settings", e);
            waiting = new StreamsState(Phase.FAILED, "The streams don't start: " + e.getMessage());
            stopping = true;
        }
    }

    private void discard(KafkaStreams failed) {
        waiting = new StreamsState(Phase.FAILED, "Failed, about to start again");
        streams = Optional.empty();
        failed.close(CLOSING);
    }

    /** Runs on the thread that has failed: its pause is the pause before the next one tries. */
    private StreamThreadExceptionResponse replaceThread(Throwable failure) {
        Optional<String> refusal = KafkaTrouble.refusal(failure);
        if (refusal.isPresent()) {
            LOG.errorf("No frame is being counted: %s", refusal.get());
        } else {
            LOG.error("A thread that counts frames has failed; another takes over after a pause", failure);
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
