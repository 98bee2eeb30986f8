package dev.rapt.trainer.train;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.augment.Augmenter;
import dev.rapt.trainer.dataset.LabelledImage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Shuffles and augments one epoch ahead of the training loop in a thread of its own. What it gives depends on seed,
 * epoch and position alone, so a run that is resumed in the middle sees what it would have seen.
 */
final class BatchFeed implements AutoCloseable {
    private final List<LabelledImage> images;
    private final Augmenter augmenter;
    private final int batchSize;
    private final double smoothing;
    private final long seed;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(4);
    private final Thread worker;

    BatchFeed(TrainingOptions options, Augmenter augmenter, List<LabelledImage> images, int epoch, int firstBatch) {
        this.images = images;
        this.augmenter = augmenter;
        this.batchSize = options.batchSize();
        this.smoothing = options.labelSmoothing();
        this.seed = options.seed() * 1_000_003 + epoch;
        this.worker = new Thread(() -> produce(firstBatch), "batch-feed");
        worker.setDaemon(true);
        worker.start();
    }

    static int batches(int images, int batchSize) {
        return Math.max(1, images / batchSize);
    }

    Batch next() throws InterruptedException {
        return queue.take();
    }

    private void produce(int firstBatch) {
        int[] order = shuffled();
        try {
            for (int batch = firstBatch; batch < batches(images.size(), batchSize); batch++) {
                queue.put(batch(order, batch * batchSize));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int[] shuffled() {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[images.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private Batch batch(int[] order, int from) {
        int size = Math.min(batchSize, order.length - from);
        int classes = Expression.COUNT;
        GreyImage first = images.get(0).image();
        int pixels = first.width() * first.height();
        float[] levels = new float[size * pixels];
        float[] targets = new float[size * classes];
        int[] labels = new int[size];
        Arrays.fill(targets, (float) (smoothing / classes));
        for (int i = 0; i < size; i++) {
            LabelledImage image = images.get(order[from + i]);
            SplittableRandom random = new SplittableRandom(seed * 31 + order[from + i]);
            augmenter.apply(image.image(), random, levels, i * pixels);
            labels[i] = image.label().ordinal();
            targets[i * classes + labels[i]] += (float) (1 - smoothing);
        }
        return new Batch(size, levels, targets, labels);
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
