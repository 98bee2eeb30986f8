package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.meters.Meters;
import dev.rapt.meeting.Signals;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** What a worker does with one frame: read it, hand the findings to Kafka, and leave the end to the acknowledgement. */
final class FrameWork {

    private static final Logger LOG = Logger.getLogger(FrameWork.class);

    private final FrameReader reader;
    private final CropSink sink;
    private final ParticipantMemory memory;
    private final Meters meters;
    private final MeetingGate gate;

    FrameWork(FrameReader reader, CropSink sink, ParticipantMemory memory, Meters meters, MeetingGate gate) {
        this.reader = reader;
        this.sink = sink;
        this.memory = memory;
        this.meters = meters;
        this.gate = gate;
    }

    void run(Lanes.Job job) {
        Passage passage = job.passage();
        try {
            gate.pass(job.frame());
            FrameFindings findings = read(job.frame());
            passage.letGoOfPicture();
            publish(job, findings, gate.pass(job.frame()));
            return;
        } catch (UnreadableImageException e) {
            passage.refuse(reasonOf(e), e.getMessage());
        } catch (RefusedException e) {
            memory.forget(job.frame().participant());
            passage.refuse(e.reason(), e.getMessage());
            return;
        } catch (NotReadyException e) {
            passage.end(new Outcome.Failed(FailureReason.NOT_READY, e.getMessage()));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            // A frame that breaks the detector must not take its lane, its thread or its line in the books with it
            LOG.errorf(e, "A frame could not be worked on: %s", e.getClass().getSimpleName());
            passage.end(internalError());
        }
        memory.skipped(job.frame().participant(), job.replaced());
    }

    private FrameFindings read(Frame frame) throws UnreadableImageException, NotReadyException {
        long began = System.nanoTime();
        FrameReading reading = reader.read(
                frame.picture(), Instant.ofEpochMilli(frame.capturedAt()), memory.lastFace(frame.participant()));
        meters.read(System.nanoTime() - began, reading.tracked());
        reading.track()
                .ifPresentOrElse(
                        face -> memory.saw(frame.participant(), face), () -> memory.missed(frame.participant()));
        return reading.findings();
    }

    private void publish(Lanes.Job job, FrameFindings findings, Signals signals) {
        Frame frame = job.frame();
        Passage passage = job.passage();
        int skippedBefore = job.replaced() + memory.takeSkipped(frame.participant());
        long began = System.nanoTime();
        sink.publish(frame, findings, signals, skippedBefore).whenComplete((done, failure) -> {
            if (failure == null) {
                meters.publish(System.nanoTime() - began);
                passage.end(new Outcome.Recorded(findings));
            } else {
                memory.skipped(frame.participant(), skippedBefore);
                passage.end(failed(failure));
            }
        });
    }

    private static Outcome failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UnpublishedException) {
            return new Outcome.Failed(FailureReason.KAFKA_UNAVAILABLE, cause.getMessage());
        }
        LOG.errorf(cause, "A record could not be published");
        return internalError();
    }

    private static Outcome internalError() {
        return new Outcome.Failed(
                FailureReason.INTERNAL_ERROR,
                "The detector failed on this frame. It is safe to send it again unchanged.");
    }

    private static RefusalReason reasonOf(UnreadableImageException e) {
        return RefusalReason.of(e.refusal().reason()).orElse(RefusalReason.CORRUPT_IMAGE);
    }
}
