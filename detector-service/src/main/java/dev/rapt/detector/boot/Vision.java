package dev.rapt.detector.boot;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.PictureFindings;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.gallery.Composite;
import dev.rapt.detector.ingest.NotReadyException;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The pipeline and whether it is there yet: models are loaded and warmed up in the background, and a failure to do so
 * is an obstacle to readiness rather than an end of the process or an empty answer. Any thread may call anything.
 */
public final class Vision implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Vision.class);

    private final VisionSettings settings;
    private volatile FramePipeline pipeline;
    private volatile String obstacle = "The models are being loaded.";

    public Vision(VisionSettings settings) {
        this.settings = settings;
    }

    /** Begins to load the models. */
    public void open() {
        Thread thread = new Thread(this::load, "rapt-models");
        thread.setDaemon(true);
        thread.start();
    }

    /** Why nothing can be read yet; empty once every set of models has done an inference. */
    public Optional<String> obstacle() {
        return pipeline == null ? Optional.of(obstacle) : Optional.empty();
    }

    /** Reads a participant's frame. */
    public FrameReading read(byte[] picture, Instant capturedAt, Optional<FaceTrack> last)
            throws UnreadableImageException, NotReadyException {
        return ready().read(picture, capturedAt, last);
    }

    /** Decodes a picture of many participants, to be closed by the caller. */
    public Composite openComposite(byte[] picture) throws UnreadableImageException, NotReadyException {
        return ready().openComposite(picture);
    }

    /** Reads any picture. */
    public PictureFindings readPicture(byte[] picture) throws UnreadableImageException, NotReadyException {
        return ready().readPicture(picture);
    }

    @Override
    public void close() {
        FramePipeline last = pipeline;
        pipeline = null;
        obstacle = "The detector is going down.";
        if (last != null) {
            last.close();
        }
    }

    private FramePipeline ready() throws NotReadyException {
        FramePipeline now = pipeline;
        if (now == null) {
            throw new NotReadyException(obstacle + " The frame is safe to send again unchanged.");
        }
        return now;
    }

    private void load() {
        try {
            long began = System.nanoTime();
            FramePipeline loaded = FramePipeline.open(settings);
            loaded.warmUp();
            pipeline = loaded;
            LOG.infof("The models are loaded and warm after %d ms", (System.nanoTime() - began) / 1_000_000);
        } catch (RuntimeException | LinkageError e) {
            // Messages of our own say what to do; those of others are for the log
            obstacle = "The models can't be loaded: "
                    + (e instanceof IllegalStateException
                            ? e.getMessage()
                            : e.getClass().getSimpleName() + ".");
            LOG.error("The models can't be loaded", e);
        }
    }
}
