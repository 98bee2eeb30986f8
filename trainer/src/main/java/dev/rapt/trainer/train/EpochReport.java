package dev.rapt.trainer.train;

/** One epoch in figures; validation with the averaged weights on unchanged pictures. */
public record EpochReport(
        int epoch,
        double minutes,
        double rate,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy) {

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "epoch %3d | %6.1f min | rate %.4f | train loss %.4f accuracy %.2f %% | validation loss %.4f accuracy %.2f %%",
                epoch,
                minutes,
                rate,
                trainLoss,
                100 * trainAccuracy,
                validationLoss,
                100 * validationAccuracy);
    }
}
