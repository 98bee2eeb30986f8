package dev.rapt.detector.analyze;

import dev.rapt.detector.FaceFlaw;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.face.Box;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All faces of a picture and what each visibly expresses. */
@Schema(description = "All faces of a picture, the largest first, and an estimate of what each visibly expresses")
public record AnalyzeAnswer(
        @Schema(description = "In pixels, as displayed") int width,
        @Schema(description = "In pixels, as displayed") int height,
        List<Face> faces,
        @Schema(description = "The model that scored, null when there was nothing to score", nullable = true)
                Model model) {

    /** One face. */
    @Schema(name = "AnalyzedFace")
    public record Face(
            Box box,
            @Schema(description = "Presence by the landmark model, in [0, 1]") float confidence,
            @Schema(description = "Probability of each of the seven expressions; they add up to 1")
                    Map<String, Double> expressions,
            @Schema(description = "The most probable expression, or it-depends when it isn't clearly ahead")
                    String dominant,
            @Schema(
                            description = "Why the scores of this face mean little, null when they are as good as any",
                            enumeration = {"dark", "blurred", "turned"},
                            nullable = true)
                    String flaw) {}

    /** Which model scored. */
    @Schema(name = "ScoringModel")
    public record Model(String name, String version) {}

    static AnalyzeAnswer of(int width, int height, List<SeenFace> faces, List<CropScore> scores) {
        List<Face> answered = IntStream.range(0, scores.size())
                .mapToObj(i -> new Face(
                        faces.get(i).box(),
                        faces.get(i).confidence(),
                        scores.get(i).expressions(),
                        scores.get(i).dominant(),
                        faces.get(i).flaw().map(FaceFlaw::reason).orElse(null)))
                .toList();
        Model model = scores.isEmpty()
                ? null
                : new Model(scores.get(0).model().name(), scores.get(0).model().version());
        return new AnalyzeAnswer(width, height, answered, model);
    }
}
