package dev.rapt.trainer.train;

/** Hears how a run goes. */
public interface TrainingListener {
    void epochStarted(int epoch, int batches, int firstBatch);

    void batchDone(double meanLoss, double meanAccuracy);

    void epochDone(EpochReport report);
}
