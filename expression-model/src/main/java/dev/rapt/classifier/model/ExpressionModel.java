package dev.rapt.classifier.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rapt.classifier.model.NativeObjects.Held;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network that scores grey face crops, over ONNX Runtime.
 *
 * <p>The network's contract: one input {@code crops}, uint8 (or float of 0…255) {@code [N, 1, height, width]}; an output
 * {@code probabilities}, float {@code [N, 7]} in the order of {@link Expression}. Normalisation and softmax are inside.
 *
 * <p>Any number of threads may score at once. {@link #close} waits for them; scoring after it throws {@link
 * IllegalStateException}. Every native object that a call makes is closed before it returns.
 */
public final class ExpressionModel implements AutoCloseable {

    private final Held<OrtSession> session;
    private final NetworkShape shape;
    private final ModelCard card;
    private final CropBuffers buffers;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private ExpressionModel(Held<OrtSession> session, NetworkShape shape, ModelCard card) {
        this.session = session;
        this.shape = shape;
        this.card = card;
        this.buffers = new CropBuffers(shape);
    }

    /**
     * The model that the jar carries, on one thread.
     *
     * @throws ModelException if the build carries none or it doesn't fit its card
     */
    public static ExpressionModel openDefault() {
        return openDefault(ModelOptions.DEFAULT);
    }

    /** The model that the jar carries. */
    public static ExpressionModel openDefault(ModelOptions options) {
        return open(ModelSource.ofJar(), options);
    }

    /**
     * The model in a file, on one thread; see {@link #open(Path, ModelOptions)}.
     *
     * @throws ModelException if it can't be read, doesn't keep the contract, or isn't the one its card speaks of
     */
    public static ExpressionModel open(Path onnx) {
        return open(onnx, ModelOptions.DEFAULT);
    }

    /**
     * The model in a file. Its card is {@code model-card.json} or {@code <name>.json} beside it. Without a card it is
     * named after the file, its version is the beginning of its SHA-256, and {@link ModelCard#DEFAULT_MARGIN} holds.
     *
     * @throws ModelException if it can't be read, doesn't keep the contract, or isn't the one its card speaks of
     */
    public static ExpressionModel open(Path onnx, ModelOptions options) {
        return open(ModelSource.ofFile(onnx), options);
    }

    private static ExpressionModel open(ModelSource source, ModelOptions options) {
        Held<OrtSession> session = null;
        try {
            session = OrtSessions.open(source.network(), options);
            NetworkShape shape = NetworkShape.of(session.object());
            ModelCard card = source.card().orElseGet(() -> cardOf(source, shape));
            if (card.width() != shape.width() || card.height() != shape.height()) {
                throw new ModelException("The card of " + source.name() + " speaks of crops of " + card.width() + "×"
                        + card.height() + ", the network of " + shape.width() + "×" + shape.height());
            }
            return new ExpressionModel(session, shape, card);
        } catch (OrtException | RuntimeException e) {
            if (session != null) {
                session.close();
            }
            throw e instanceof ModelException known
                    ? known
                    : new ModelException(source.name() + " can't be opened: " + e.getMessage(), e);
        }
    }

    private static ModelCard cardOf(ModelSource source, NetworkShape shape) {
        return new ModelCard(
                source.name().replaceFirst("\\.onnx$", ""),
                source.sha256().substring(0, 12),
                source.sha256(),
                shape.width(),
                shape.height(),
                ModelCard.DEFAULT_MARGIN,
                List.of());
    }

    /** What the model says of itself. */
    public ModelCard card() {
        return card;
    }

    /** Columns of the crops it eats, in pixels. */
    public int width() {
        return shape.width();
    }

    /** Rows of the crops it eats, in pixels. */
    public int height() {
        return shape.height();
    }

    /**
     * Scores the crops in one call to the network; the answers are in their order. No crops, no call.
     *
     * @throws IllegalArgumentException if a crop isn't of the model's size: scaling is {@link CropReader}'s
     * @throws IllegalStateException if the model is closed
     * @throws ModelException if the runtime fails, or the network's answer is no distribution
     */
    public List<ExpressionScores> score(List<GreyImage> crops) {
        crops.forEach(this::requireSize);
        if (crops.isEmpty()) {
            return List.of();
        }
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The model is closed");
            }
            return run(crops);
        } catch (OrtException e) {
            throw new ModelException("The runtime failed on " + crops.size() + " crops: " + e.getMessage(), e);
        } finally {
            life.readLock().unlock();
        }
    }

    private void requireSize(GreyImage crop) {
        if (crop.width() != shape.width() || crop.height() != shape.height()) {
            throw new IllegalArgumentException("A crop of " + crop.width() + "×" + crop.height() + " doesn't fit the "
                    + shape.width() + "×" + shape.height() + " of the model");
        }
    }

    private List<ExpressionScores> run(List<GreyImage> crops) throws OrtException {
        ByteBuffer buffer = buffers.take(crops);
        try (Held<OnnxTensor> input = NativeObjects.hold(tensorOf(buffer, crops.size()));
                Held<OrtSession.Result> result = NativeObjects.hold(session.object()
                        .run(Map.of(NetworkShape.INPUT, input.object()), Set.of(NetworkShape.OUTPUT)))) {
            OnnxTensor output = (OnnxTensor) result.object().get(0);
            return scores(output.getFloatBuffer(), crops.size());
        } finally {
            buffers.giveBack(buffer);
        }
    }

    private OnnxTensor tensorOf(ByteBuffer buffer, int crops) throws OrtException {
        OrtEnvironment environment = OrtSessions.environment();
        long[] dimensions = {crops, 1, shape.height(), shape.width()};
        return shape.floats()
                ? OnnxTensor.createTensor(environment, buffer.asFloatBuffer(), dimensions)
                : OnnxTensor.createTensor(environment, buffer, dimensions, OnnxJavaType.UINT8);
    }

    private static List<ExpressionScores> scores(FloatBuffer probabilities, int crops) {
        if (probabilities.remaining() != crops * Expression.COUNT) {
            throw new ModelException(
                    "The network answered " + probabilities.remaining() + " values to " + crops + " crops");
        }
        List<ExpressionScores> scores = new ArrayList<>(crops);
        float[] row = new float[Expression.COUNT];
        for (int i = 0; i < crops; i++) {
            probabilities.get(row);
            try {
                scores.add(ExpressionScores.of(row));
            } catch (IllegalArgumentException e) {
                throw new ModelException("The network's answer is no distribution: " + e.getMessage(), e);
            }
        }
        return scores;
    }

    /** How many native objects of all models are open in this process; an open, idle model holds one. */
    public static long liveNativeObjects() {
        return NativeObjects.live();
    }

    /** Waits for those who are scoring, then gives the native memory back. Closing again does nothing. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
