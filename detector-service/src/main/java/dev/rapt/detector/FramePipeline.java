package dev.rapt.detector;

import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.FrameDecoder;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.gallery.Composite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * From a picture's bytes to the faces in it: decode, detect, landmarks, aligned crop.
 *
 * <p>Any number of threads may read at once; as many as there are interpreter sets work, the others wait.
 * Native memory does not outlive a call, apart from the models and their buffers, which live until
 * {@link #close()}.
 */
public final class FramePipeline implements AutoCloseable {
    private final FrameDecoder decoder;
    private final List<FrameWorker> workers = new ArrayList<>();
    private final ConcurrentLinkedDeque<FrameWorker> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore permits;
    private volatile boolean closed;

    private FramePipeline(VisionSettings settings) {
        decoder = new FrameDecoder(settings.limits());
        try {
            for (int i = 0; i < settings.interpreters(); i++) {
                workers.add(new FrameWorker(settings));
            }
        } catch (RuntimeException | Error failed) {
            workers.forEach(FrameWorker::close);
            throw failed;
        }
        idle.addAll(workers);
        permits = new Semaphore(workers.size(), true);
    }

    /**
     * Loads the native library and the models.
     *
     * @throws IllegalStateException when one of them does not load
     */
    public static FramePipeline open(VisionSettings settings) {
        return new FramePipeline(settings);
    }

    /**
     * Reads a participant's own frame. One of its faces stands for the participant: the one nearest to where the
     * face was last, or the largest when that isn't known. A face that was alone a moment ago is found again from where
     * it was, at a fraction of the cost of a full detection.
     *
     * @param last what the participant's last frame left to remember; without it there is a full detection
     * @throws UnreadableImageException when the picture is refused or does not decode
     * @throws IllegalStateException after close
     */
    public FrameReading read(byte[] image, Instant capturedAt, Optional<FaceTrack> last)
            throws UnreadableImageException {
        return work(image, (worker, frame) -> worker.read(frame, capturedAt, last));
    }

    /**
     * Reads any picture, of people near and far, at a multiple of the cost of a frame.
     *
     * @throws UnreadableImageException when the picture is refused or does not decode
     * @throws IllegalStateException after close
     */
    public PictureFindings readPicture(byte[] image) throws UnreadableImageException {
        return work(image, FrameWorker::readPicture);
    }

    /**
     * Decodes a picture of many participants, to be read tile by tile or as a whole and closed by the caller. Unlike
     * with a frame, its pixels are in memory before and while it waits for models: the caller bounds how many are open.
     *
     * @throws UnreadableImageException when the picture is refused or does not decode
     * @throws IllegalStateException after close, also by what is opened
     */
    public Composite openComposite(byte[] image) throws UnreadableImageException {
        requireOpen();
        return new CompositeFrame(this, decoder.decode(image));
    }

    /** Does one inference with every interpreter set, so that the first frame is not the slow one. */
    public void warmUp() {
        permits.acquireUninterruptibly(workers.size());
        try {
            requireOpen();
            workers.forEach(FrameWorker::warmUp);
        } finally {
            permits.release(workers.size());
        }
    }

    /** Waits for the frames being read and gives the models back. Further calls do nothing. */
    @Override
    public void close() {
        permits.acquireUninterruptibly(workers.size());
        try {
            if (!closed) {
                closed = true;
                workers.forEach(FrameWorker::close);
            }
        } finally {
            permits.release(workers.size());
        }
    }

    private <T> T work(byte[] image, Work<T> work) throws UnreadableImageException {
        // Decoding waits for a permit too, so that the pixels in memory are bounded by the number of sets
        permits.acquireUninterruptibly();
        try {
            requireOpen();
            FrameWorker worker = idle.removeFirst();
            try (DecodedFrame frame = decoder.decode(image)) {
                return work.on(worker, frame);
            } finally {
                idle.addFirst(worker);
            }
        } finally {
            permits.release();
        }
    }

    /** Lends a set of models. Those who wait are served in the order in which they came. */
    <T> T withWorker(Function<FrameWorker, T> work) {
        permits.acquireUninterruptibly();
        try {
            requireOpen();
            FrameWorker worker = idle.removeFirst();
            try {
                return work.apply(worker);
            } finally {
                idle.addFirst(worker);
            }
        } finally {
            permits.release();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the pipeline is closed");
        }
    }

    private interface Work<T> {
        T on(FrameWorker worker, DecodedFrame frame);
    }
}
