package dev.rapt.classifier.score;

import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Meters;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.model.ModelCard;
import dev.rapt.classifier.model.ModelException;
import dev.rapt.classifier.model.ModelOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The model of this process: opened and warmed up once by {@link #open}, then scored with by any thread. Until then, and
 * when it can't be opened, {@link #model} is empty and {@link #trouble} says why.
 */
@ApplicationScoped
public class ModelService {

    private final ClassifierConfig config;
    private final Meters meters;
    private volatile Optional<ExpressionModel> model = Optional.empty();
    private volatile String trouble = "the model is being opened";

    ModelService(ClassifierConfig config, Meters meters) {
        this.config = config;
        this.meters = meters;
    }

    /**
     * Opens the model and runs one inference; does nothing when that has been done.
     *
     * @throws ModelException if the model can't be opened or doesn't run
     */
    public synchronized void open() {
        if (model.isPresent()) {
            return;
        }
        try {
            ModelOptions options = new ModelOptions(config.threads());
            model = Optional.of(warmedUp(config.model()
                    .map(path -> ExpressionModel.open(path, options))
                    .orElseGet(() -> ExpressionModel.openDefault(options))));
        } catch (ModelException e) {
            trouble = e.getMessage();
            throw e;
        }
    }

    private static ExpressionModel warmedUp(ExpressionModel opened) {
        try {
            byte[] pixels = new byte[opened.width() * opened.height()];
            opened.score(List.of(new GreyImage(opened.width(), opened.height(), pixels)));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The model, once it is open and has run. */
    public Optional<ExpressionModel> model() {
        return model;
    }

    /** Why there is no model; meaningful only while {@link #model} is empty. */
    public String trouble() {
        return trouble;
    }

    /** A scorer of batches with the open model. */
    public Scorer scorer() {
        ExpressionModel open = model.orElseThrow();
        return new Scorer(crops -> score(open, crops), open.card().dominance(), nameOf(open.card()), config.maxBatch());
    }

    /** Scores crops with the open model, timed. */
    public List<ExpressionScores> score(ExpressionModel open, List<GreyImage> crops) {
        return meters.inference(crops.size(), () -> open.score(crops));
    }

    /** How events and answers name a model. */
    public static ModelName nameOf(ModelCard card) {
        return new ModelName(card.name(), card.version());
    }

    @PreDestroy
    void close() {
        model.ifPresent(ExpressionModel::close);
    }
}
