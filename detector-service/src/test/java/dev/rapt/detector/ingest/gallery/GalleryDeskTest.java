package dev.rapt.detector.ingest.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.PictureFindings;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.gallery.Backdrop;
import dev.rapt.detector.gallery.Composite;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.testing.Findings;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GalleryDeskTest {

    private static final byte[] PICTURE = {1};
    private static final Layout TWO =
            new Layout(List.of(new Tile("ada", 0, 0, 640, 720), new Tile("bob", 640, 0, 640, 720)));

    private final Books books = new Books();
    private final Room room = new Room(10, 1000);
    private final Gate gate = new Gate();
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final List<String> published = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> skips = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final List<String> looked = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> watched = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<CompletableFuture<Integer>> claims = new ConcurrentLinkedQueue<>();
    private volatile List<SeenFace> faces = List.of(Findings.seen(new Box(100, 100, 80, 80)));
    private volatile String unpublishable = "nobody";
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile boolean broken;

    private final FrameDesk frames = new FrameDesk(
            books, room, 1, 10, Duration.ofMinutes(1), (picture, at, last) -> null, this::publish, meters, gate);
    private final GalleryDesk desk = new GalleryDesk(
            frames,
            picture -> new Fake(),
            this::publish,
            this::claim,
            (frame, participants) -> watched.add(participants.size()),
            meters,
            gate,
            new GallerySettings(100, 1000, 1, 2, Duration.ofSeconds(30), Duration.ofMinutes(1), 10, 5, 16, 20));

    private long now = 1_760_000_000_000L;

    @AfterEach
    void theBooksAreRight() throws Exception {
        hold.countDown();
        desk.close();
        frames.close();
        BooksSnapshot after = books.snapshot();
        assertThat(after.accountedFor()).isEqualTo(after.received());
        assertThat(after.inFlight()).isZero();
        assertThat(open).hasValue(0);
        // The room is free again
        GalleryPassage all = desk.open();
        assertThat(all.claim(1000)).isTrue();
        all.refuse(RefusalReason.OVERLOADED, "");
    }

    @Test
    void theTileOfWhoeverMayNotBeMeasuredIsNeverLookedAt() {
        // Given
        gate.refused.put("bob", Refusal.CONSENT_WITHDRAWN);

        // When
        GalleryOutcome outcome = join(put("m", Optional.of(TWO)));

        // Then
        assertThat(looked).containsExactly("ada");
        assertThat(published).containsExactly("ada@" + now);
        List<GalleryOutcome.Told> told = ((GalleryOutcome.Recorded) outcome).participants();
        assertThat(told).extracting(GalleryOutcome.Told::name).containsExactly("ada", "bob");
        assertThat(told.get(0).outcome()).isInstanceOf(Outcome.Recorded.class);
        assertThat(((Outcome.Rejected) told.get(1).outcome()).reason()).isEqualTo(RefusalReason.CONSENT_WITHDRAWN);
        assertThat(books.snapshot().received()).isEqualTo(2);
        assertThat(books.snapshot().published()).isEqualTo(1);
        assertThat(books.snapshot().rejected().get(RefusalReason.CONSENT_WITHDRAWN))
                .isEqualTo(1);
    }

    @Test
    void aCompositeOfNobodyWhoMayBeMeasuredIsNotDecoded() {
        // Given
        gate.refused.put("ada", Refusal.CONSENT_MISSING);
        gate.refused.put("bob", Refusal.CONSENT_MISSING);

        // When
        GalleryOutcome outcome = join(put("m", Optional.of(TWO)));

        // Then
        assertThat(rejection(outcome)).isEqualTo(RefusalReason.CONSENT_MISSING);
        assertThat(opened).hasValue(0);
        assertThat(watched).isEmpty();
        assertThat(books.snapshot().rejected().get(RefusalReason.CONSENT_MISSING))
                .isEqualTo(2);
    }

    @Test
    void whoSaysNoWhileTheCompositeIsReadIsNotPublished() {
        // Given
        hold = new CountDownLatch(1);
        CompletableFuture<GalleryOutcome> read = put("m", Optional.of(TWO));
        await(() -> open.get() == 1);

        // When
        gate.refused.put("ada", Refusal.CONSENT_WITHDRAWN);
        hold.countDown();

        // Then
        assertThat(names(join(read))).containsExactly("ada", "bob");
        assertThat(published).containsExactly("bob@" + now);
        assertThat(watched).containsExactly(1);
    }

    @Test
    void aCompositeWithoutALayoutIsRefusedWhileAnybodyMayNotBeMeasured() {
        // Given
        gate.refused.put("bob", Refusal.CONSENT_WITHDRAWN);

        // When, Then
        assertThat(rejection(join(put("m", Optional.empty())))).isEqualTo(RefusalReason.CONSENT_WITHDRAWN);
        assertThat(opened).hasValue(0);

        // When somebody says no while it is read
        gate.refused.clear();
        hold = new CountDownLatch(1);
        CompletableFuture<GalleryOutcome> read = put("m", Optional.empty());
        await(() -> open.get() == 1);
        gate.refused.put("bob", Refusal.CONSENT_WITHDRAWN);
        hold.countDown();
        await(() -> claims.size() == 1);
        claims.remove().complete(1);

        // Then
        assertThat(rejection(join(read))).isEqualTo(RefusalReason.CONSENT_WITHDRAWN);
        assertThat(published).isEmpty();
        assertThat(watched).isEmpty();
    }

    @Test
    void participantsGoByPseudonymsAndTheSenderIsAnsweredInItsOwnNames() {
        // Given
        Pseudonyms pseudonyms = new Pseudonyms(Pseudonyms.newKey());
        gate.pseudonyms = Optional.of(pseudonyms);

        // When, Then
        assertThat(names(join(put("m", Optional.of(TWO))))).containsExactly("ada", "bob");
        assertThat(looked).containsExactly(pseudonyms.of("ada"), pseudonyms.of("bob"));
        assertThat(published).containsExactly(pseudonyms.of("ada") + "@" + now, pseudonyms.of("bob") + "@" + now);

        // When, Then: anonymous names too
        CompletableFuture<GalleryOutcome> unnamed = put("m", Optional.empty());
        await(() -> claims.size() == 1);
        claims.remove().complete(1);
        assertThat(names(join(unnamed))).containsExactly("p1");
        assertThat(published.get(2)).isEqualTo(pseudonyms.of("p1") + "@" + now);
    }

    @Test
    void aPartlyRecordedCompositeIsFailedAndSafeToSendAgain() {
        // Given
        unpublishable = "bob";

        // When
        GalleryOutcome outcome = join(put("m", Optional.of(TWO)));

        // Then
        assertThat(failure(outcome).reason()).isEqualTo(FailureReason.KAFKA_UNAVAILABLE);
        assertThat(failure(outcome).detail()).startsWith("1 of 2").contains("safe to send again unchanged");
        assertThat(books.snapshot().received()).isEqualTo(2);
        assertThat(books.snapshot().published()).isEqualTo(1);
        assertThat(books.snapshot().failed().get(FailureReason.KAFKA_UNAVAILABLE))
                .isEqualTo(1);

        // When
        unpublishable = "nobody";
        now -= 1000;

        // Then
        assertThat(join(put("m", Optional.of(TWO)))).isInstanceOf(GalleryOutcome.Recorded.class);
        assertThat(published).containsExactly("ada@" + now, "ada@" + now, "bob@" + now);
    }

    @Test
    void anEpochThatCannotBeClaimedFailsTheCompositeAndTheNextOneTriesAgain() {
        // Given
        CompletableFuture<GalleryOutcome> first = put("m", Optional.empty());
        await(() -> claims.size() == 1);
        claims.remove().completeExceptionally(new UnpublishedException("Kafka is away."));
        assertThat(failure(join(first)).reason()).isEqualTo(FailureReason.KAFKA_UNAVAILABLE);
        assertThat(published).isEmpty();

        // When
        CompletableFuture<GalleryOutcome> second = put("m", Optional.empty());
        await(() -> claims.size() == 1);
        claims.remove().complete(3);

        // Then
        assertThat(names(join(second))).containsExactly("p1.2");
        assertThat(names(join(put("m", Optional.empty())))).containsExactly("p1.2");
        assertThat(claims).isEmpty();
        assertThat(books.snapshot().received()).isEqualTo(3);
    }

    @Test
    void aGalleryThatWaitsForItsEpochHoldsNobodyElseUp() {
        // Given one thread, and a gallery that waits
        CompletableFuture<GalleryOutcome> waiting = put("slow", Optional.empty());
        CompletableFuture<GalleryOutcome> behind = put("slow", Optional.empty());
        await(() -> claims.size() == 1);

        // When
        GalleryOutcome other = join(put("other", Optional.of(TWO)));

        // Then
        assertThat(other).isInstanceOf(GalleryOutcome.Recorded.class);
        assertThat(waiting).isNotDone();
        assertThat(behind).isNotDone();
        claims.remove().complete(1);
        assertThat(names(join(waiting))).containsExactly("p1");
        assertThat(names(join(behind))).containsExactly("p1");
    }

    @Test
    void moreCompositesThanMayWaitAreRefused() {
        // Given one being read and two waiting
        hold = new CountDownLatch(1);
        CompletableFuture<GalleryOutcome> read = put("m", Optional.of(TWO));
        await(() -> open.get() == 1);
        put("m", Optional.of(TWO));
        put("m", Optional.of(TWO));

        // When
        GalleryOutcome more = join(put("m", Optional.of(TWO)));

        // Then
        assertThat(((GalleryOutcome.Unrecorded) more).why())
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(RefusalReason.OVERLOADED));
        hold.countDown();
        assertThat(join(read)).isInstanceOf(GalleryOutcome.Recorded.class);
    }

    @Test
    void whatWasSkippedIsToldWithTheNextRecord() {
        // Given a connection's gallery with one being read, and three more of which the last one counts
        Gallery gallery = desk.begin("m");
        hold = new CountDownLatch(1);
        CompletableFuture<GalleryOutcome> read = putNewest(gallery);
        await(() -> open.get() == 1);
        CompletableFuture<GalleryOutcome> second = putNewest(gallery);
        CompletableFuture<GalleryOutcome> third = putNewest(gallery);
        CompletableFuture<GalleryOutcome> fourth = putNewest(gallery);

        // When the first record fails
        assertThat(((GalleryOutcome.Unrecorded) join(second)).why()).isInstanceOf(Outcome.Skipped.class);
        assertThat(((GalleryOutcome.Unrecorded) join(third)).why()).isInstanceOf(Outcome.Skipped.class);
        unpublishable = "ada";
        hold.countDown();
        join(read);
        join(fourth);
        unpublishable = "nobody";
        join(putNewest(gallery));

        // Then
        assertThat(published.get(published.size() - 2)).startsWith("ada@");
        assertThat(skips.get(skips.size() - 2)).isEqualTo(2);
        assertThat(skips.get(skips.size() - 1)).isZero();
    }

    @Test
    void aFaultOfTheReaderEndsOneCompositeOnly() {
        broken = true;
        assertThat(failure(join(put("m", Optional.of(TWO)))).reason()).isEqualTo(FailureReason.INTERNAL_ERROR);
        assertThat(failure(join(put("m", Optional.empty()))).reason()).isEqualTo(FailureReason.INTERNAL_ERROR);
        broken = false;
        assertThat(join(put("m", Optional.of(TWO)))).isInstanceOf(GalleryOutcome.Recorded.class);
    }

    @Test
    void whatWaitsWhenTheDeskClosesIsTurnedAway() throws Exception {
        // Given
        hold = new CountDownLatch(1);
        CompletableFuture<GalleryOutcome> read = put("m", Optional.of(TWO));
        await(() -> open.get() == 1);
        CompletableFuture<GalleryOutcome> waiting = put("m", Optional.of(TWO));

        // When
        Thread closing = new Thread(() -> {
            try {
                desk.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closing.start();
        Thread.sleep(50);
        hold.countDown();
        closing.join(10_000);

        // Then
        assertThat(join(read)).isInstanceOf(GalleryOutcome.Recorded.class);
        assertThat(failure(join(waiting)).reason()).isEqualTo(FailureReason.NOT_READY);
        assertThat(failure(join(put("m", Optional.of(TWO)))).reason()).isEqualTo(FailureReason.NOT_READY);
    }

    private CompletableFuture<GalleryOutcome> put(String meetingId, Optional<Layout> layout) {
        GalleryPassage passage = desk.open();
        assertThat(passage.claim(PICTURE.length)).isTrue();
        desk.put(frame(meetingId, layout), passage);
        return passage.outcome().toCompletableFuture();
    }

    private CompletableFuture<GalleryOutcome> putNewest(Gallery gallery) {
        GalleryPassage passage = desk.open();
        assertThat(passage.claim(PICTURE.length)).isTrue();
        desk.putNewest(gallery, frame("m", Optional.of(TWO)), passage);
        return passage.outcome().toCompletableFuture();
    }

    private GalleryFrame frame(String meetingId, Optional<Layout> layout) {
        now += 1000;
        return new GalleryFrame(meetingId, now, now, OptionalLong.empty(), "", layout, PICTURE);
    }

    private CompletionStage<Void> publish(Frame frame, FrameFindings findings, Signals signals, int skippedBefore) {
        String participantId = frame.participant().participantId();
        if (participantId.equals(unpublishable)) {
            return CompletableFuture.failedFuture(new UnpublishedException("Kafka is away."));
        }
        published.add(participantId + "@" + frame.capturedAt());
        skips.add(skippedBefore);
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Integer> claim(String meetingId) {
        CompletableFuture<Integer> claim = new CompletableFuture<>();
        claims.add(claim);
        return claim;
    }

    private static GalleryOutcome join(CompletableFuture<GalleryOutcome> outcome) {
        return outcome.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Outcome.Failed failure(GalleryOutcome outcome) {
        return (Outcome.Failed) ((GalleryOutcome.Unrecorded) outcome).why();
    }

    private static RefusalReason rejection(GalleryOutcome outcome) {
        return ((Outcome.Rejected) ((GalleryOutcome.Unrecorded) outcome).why()).reason();
    }

    private static List<String> names(GalleryOutcome outcome) {
        return ((GalleryOutcome.Recorded) outcome)
                .participants().stream().map(GalleryOutcome.Told::name).toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private final class Fake implements Composite {

        Fake() {
            open.incrementAndGet();
            opened.incrementAndGet();
        }

        @Override
        public int width() {
            return 1280;
        }

        @Override
        public int height() {
            return 720;
        }

        @Override
        public FrameReading read(Tile tile, Instant capturedAt, Optional<FaceTrack> last, boolean closely) {
            work();
            looked.add(tile.participantId());
            return new FrameReading(FrameFindings.ofOne(1280, 720, faces.get(0)), Optional.empty(), false);
        }

        @Override
        public PictureFindings readAll() {
            work();
            return new PictureFindings(1280, 720, faces);
        }

        private void work() {
            if (broken) {
                throw new IllegalStateException("a fault");
            }
            try {
                assertThat(hold.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Backdrop backdrop() {
            return Backdrop.plain(1280, 720);
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
