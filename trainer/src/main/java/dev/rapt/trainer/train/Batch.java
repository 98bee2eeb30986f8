package dev.rapt.trainer.train;

/** Grey levels of {@code size} pictures one after the other, and the target distribution of each. */
record Batch(int size, float[] levels, float[] targets, int[] labels) {}
