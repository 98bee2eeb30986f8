package dev.rapt.trainer.train;

/** Linear warm-up, then half a cosine down to zero, over a progress that runs from 0 to 1. */
record RateSchedule(double peak, double warmUp) {

    double at(double progress) {
        if (progress < warmUp) {
            return peak * progress / warmUp;
        }
        double rest = Math.min(1, (progress - warmUp) / (1 - warmUp));
        return peak * 0.5 * (1 + Math.cos(Math.PI * rest));
    }
}
