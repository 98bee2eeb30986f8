package dev.rapt.benchmarks;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.QualitySettings;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.crop.CropGeometry;
import dev.rapt.detector.crop.FaceCropper;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.FaceFinder;
import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceSighting;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.face.Shades;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.FrameDecoder;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.media.SampleMedia;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a participant's frame with one face costs, on one thread, step by step and whole. The frames are those of a clip
 * at ten a second, over and over; capture times say two or ten a second, which decides how a face is tracked.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class FrameBenchmark {
    private static final int FRAMES = 60;

    /** Width and height of the tile. */
    @Param({"640x360", "1280x720"})
    String size;

    private final FrameDecoder decoder = new FrameDecoder(ImageLimits.defaults());
    private List<byte[]> pictures;
    private int next;
    private DecodedFrame frame;
    private FaceTrack track;
    private FaceTrack unlike;
    private FaceSighting face;
    private FaceFinder openCv;
    private FaceFinder tflite;
    private FaceCropper cropper;
    private FramePipeline openCvPipeline;
    private FramePipeline tflitePipeline;
    private FramePipeline trackingPipeline;
    private Optional<FaceTrack> last = Optional.empty();

    @Setup(Level.Trial)
    public void open() throws IOException, UnreadableImageException {
        String[] sides = size.split("x");
        pictures = Tiles.of(SampleMedia.FRANCK, 10, FRAMES, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        openCv = finder(FaceRuntime.OPENCV);
        tflite = finder(FaceRuntime.TFLITE);
        cropper = new FaceCropper(48);
        frame = decoder.decode(pictures.get(1));
        face = tflite.inFrame(frame).get(0);
        try (DecodedFrame before = decoder.decode(pictures.get(0))) {
            FaceSighting there = tflite.inFrame(before).get(0);
            track = track(there, before);
            unlike = track(new FaceSighting(there.box(), there.presence(), there.landmarks(), Shades.NONE), before);
        }
        openCvPipeline = pipeline(FaceRuntime.OPENCV, TrackingSettings.off());
        tflitePipeline = pipeline(FaceRuntime.TFLITE, TrackingSettings.off());
        trackingPipeline = pipeline(FaceRuntime.TFLITE, TrackingSettings.defaults());
    }

    @TearDown(Level.Trial)
    public void close() {
        frame.close();
        openCv.close();
        tflite.close();
        cropper.close();
        openCvPipeline.close();
        tflitePipeline.close();
        trackingPipeline.close();
    }

    /** The baseline: the whole frame as it was before, OpenCV and a full detection each time. */
    @Benchmark
    public FrameReading a0_wholeFrameOpenCv() throws UnreadableImageException {
        return openCvPipeline.read(nextPicture(), Instant.EPOCH, Optional.empty());
    }

    @Benchmark
    public FrameReading a1_wholeFrameTflite() throws UnreadableImageException {
        return tflitePipeline.read(nextPicture(), Instant.EPOCH, Optional.empty());
    }

    @Benchmark
    public FrameReading a2_wholeFrameTfliteTrackingAt2() throws UnreadableImageException {
        return readTracking(500);
    }

    @Benchmark
    public FrameReading a3_wholeFrameTfliteTrackingAt10() throws UnreadableImageException {
        return readTracking(100);
    }

    private FrameReading readTracking(int intervalMillis) throws UnreadableImageException {
        FrameReading reading =
                trackingPipeline.read(nextPicture(), Instant.ofEpochMilli((long) next * intervalMillis), last);
        last = reading.track();
        return reading;
    }

    @Benchmark
    public int b0_decode() throws UnreadableImageException {
        try (DecodedFrame decoded = decoder.decode(nextPicture())) {
            return decoded.width();
        }
    }

    @Benchmark
    public List<FaceSighting> b1_fullPassOpenCv() {
        return openCv.inFrame(frame);
    }

    @Benchmark
    public List<FaceSighting> b2_fullPassTflite() {
        return tflite.inFrame(frame);
    }

    @Benchmark
    public FaceSighting b3_trackedNearbyTflite() {
        return tflite.track(frame, Instant.EPOCH.plusMillis(100), unlike).orElseThrow();
    }

    @Benchmark
    public FaceSighting b4_trackedByLandmarksTflite() {
        return tflite.track(frame, Instant.EPOCH.plusMillis(100), track).orElseThrow();
    }

    @Benchmark
    public GreyCrop b5_crop() {
        return cropper.crop(frame, CropGeometry.of(face.landmarks()));
    }

    private static FaceTrack track(FaceSighting face, DecodedFrame frame) {
        return FaceTrack.found(face, frame.width(), frame.height(), Instant.EPOCH, true);
    }

    private byte[] nextPicture() {
        return pictures.get(next++ % pictures.size());
    }

    private static FaceFinder finder(FaceRuntime runtime) {
        return new FaceFinder(FaceSettings.defaults(), TrackingSettings.defaults(), runtime);
    }

    private static FramePipeline pipeline(FaceRuntime runtime, TrackingSettings tracking) {
        FramePipeline pipeline = FramePipeline.open(new VisionSettings(
                ImageLimits.defaults(), FaceSettings.defaults(), QualitySettings.defaults(), tracking, runtime, 48, 1));
        pipeline.warmUp();
        return pipeline;
    }
}
