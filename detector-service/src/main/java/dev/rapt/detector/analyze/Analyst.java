package dev.rapt.detector.analyze;

import dev.rapt.detector.PictureFindings;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.boot.Vision;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.ingest.NotReadyException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads pictures and has their faces scored, on threads of its own; how many wait is up to who asks. */
@Singleton
final class Analyst {

    private final Vision vision;
    private final CropScorer scorer;
    private final int maxFaces;
    private final ExecutorService threads;

    Analyst(Vision vision, CropScorer scorer, DetectorConfig config) {
        this.vision = vision;
        this.scorer = scorer;
        this.maxFaces = config.analyze().maxFaces();
        this.threads = Executors.newFixedThreadPool(config.analyze().workers(), task -> {
            Thread thread = new Thread(task, "rapt-analyze");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Completes with the answer, or exceptionally with {@link UnreadableImageException}, {@link NotReadyException} or
     * {@link ClassifierUnavailableException}.
     *
     * @param authorization the header that says who asks, for the classifier
     */
    CompletionStage<AnalyzeAnswer> analyze(byte[] picture, Optional<String> authorization) {
        CompletableFuture<AnalyzeAnswer> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(read(picture, authorization));
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private AnalyzeAnswer read(byte[] picture, Optional<String> authorization) throws Exception {
        PictureFindings findings = vision.readPicture(picture);
        List<SeenFace> faces = findings.faces().stream().limit(maxFaces).toList();
        List<CropScore> scores = scorer.score(faces.stream().map(SeenFace::crop).toList(), authorization);
        return AnalyzeAnswer.of(findings.width(), findings.height(), faces, scores);
    }
}
