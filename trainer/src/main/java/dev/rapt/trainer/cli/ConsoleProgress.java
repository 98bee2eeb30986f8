package dev.rapt.trainer.cli;

import dev.rapt.trainer.train.EpochReport;
import dev.rapt.trainer.train.TrainingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar an epoch in a terminal, a line a minute elsewhere; and a line with the figures of every epoch. */
final class ConsoleProgress implements TrainingListener, AutoCloseable {
    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    private final PrintWriter output;
    private final boolean terminal = Boolean.getBoolean("rapt.terminal");
    private ProgressBar bar;
    private int batches;
    private int done;
    private long lastLine;

    ConsoleProgress(PrintWriter output) {
        this.output = output;
    }

    @Override
    public void epochStarted(int epoch, int batchesOfEpoch, int firstBatch) {
        batches = batchesOfEpoch;
        done = firstBatch;
        lastLine = System.nanoTime();
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName("epoch " + epoch)
                    .setInitialMax(batchesOfEpoch)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .build();
            bar.stepTo(firstBatch);
        }
    }

    @Override
    public void batchDone(double meanLoss, double meanAccuracy) {
        done++;
        if (terminal) {
            bar.step();
            bar.setExtraMessage(
                    String.format(Locale.ROOT, " loss %.3f accuracy %.1f %%", meanLoss, 100 * meanAccuracy));
        } else if (System.nanoTime() - lastLine > QUIET) {
            lastLine = System.nanoTime();
            output.printf(
                    Locale.ROOT,
                    "  batch %d of %d, loss %.4f, accuracy %.2f %%%n",
                    done,
                    batches,
                    meanLoss,
                    100 * meanAccuracy);
            output.flush();
        }
    }

    @Override
    public void epochDone(EpochReport report) {
        close();
        output.println(report);
        output.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
