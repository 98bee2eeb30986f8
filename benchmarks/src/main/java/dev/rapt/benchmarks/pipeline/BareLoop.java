package dev.rapt.benchmarks.pipeline;

import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.QualitySettings;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.UnreadableImageException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limit: the same models on the same frames in the same order with the same tracking, on one thread of a process that
 * does nothing else. No Kafka, no HTTP, nothing kept.
 */
final class BareLoop {

    private static final int PEOPLE = 16;
    private static final int CROP = 48;

    private BareLoop() {}

    /** {@code WARM-UP-FRAMES FRAMES}; prints the processor time of a frame in milliseconds and the share with a face. */
    static void main(String... arguments) throws IOException, UnreadableImageException {
        int warmUp = Integer.parseInt(arguments[0]);
        int frames = Integer.parseInt(arguments[1]);
        Footage footage = new Footage();
        ProcessUse use = new ProcessUse(ProcessHandle.current().pid());
        Map<Integer, FaceTrack> tracks = new HashMap<>();
        VisionSettings settings = new VisionSettings(
                ImageLimits.defaults(),
                FaceSettings.defaults(),
                QualitySettings.defaults(),
                TrackingSettings.defaults(),
                FaceRuntime.TFLITE,
                CROP,
                1);
        try (FramePipeline pipeline = FramePipeline.open(settings);
                ExpressionModel model = ExpressionModel.openDefault()) {
            long began = 0;
            int scored = 0;
            for (int i = 0; i < warmUp + frames; i++) {
                if (i == warmUp) {
                    began = use.cpuMillis();
                    scored = 0;
                }
                int participant = i % PEOPLE;
                long number = i / PEOPLE;
                FrameReading reading = pipeline.read(
                        footage.picture(participant, number),
                        Instant.ofEpochMilli(number * 1000 / Footage.FRAMES_A_SECOND),
                        Optional.ofNullable(tracks.get(participant)));
                reading.track()
                        .ifPresentOrElse(track -> tracks.put(participant, track), () -> tracks.remove(participant));
                Optional<SeenFace> face = reading.findings().primaryFace().filter(seen -> seen.flaw()
                        .isEmpty());
                if (face.isPresent()) {
                    GreyCrop crop = face.get().crop();
                    model.score(List.of(new GreyImage(crop.width(), crop.height(), crop.pixels())));
                    scored++;
                }
            }
            System.out.printf(
                    "RESULT %.3f %.3f%n", (double) (use.cpuMillis() - began) / frames, (double) scored / frames);
        }
    }
}
