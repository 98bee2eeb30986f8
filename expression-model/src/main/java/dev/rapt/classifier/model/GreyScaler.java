package dev.rapt.classifier.model;

/**
 * Brings a picture to another size, each axis by itself: the mean of the covered area when it shrinks (what OpenCV calls
 * INTER_AREA), bilinear between pixel centres when it grows (INTER_LINEAR). The picture is stretched when the shapes
 * differ.
 */
final class GreyScaler {

    private GreyScaler() {}

    static GreyImage scale(GreyImage image, int width, int height) {
        if (image.width() == width && image.height() == height) {
            return image;
        }
        Axis columns = Axis.of(image.width(), width);
        Axis rows = Axis.of(image.height(), height);
        float[] narrowed = new float[width * image.height()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                narrowed[y * width + x] = columns.rowMean(image.pixels(), y * image.width(), x);
            }
        }
        byte[] scaled = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                scaled[y * width + x] = (byte) Math.round(rows.columnMean(narrowed, x, width, y));
            }
        }
        return new GreyImage(width, height, scaled);
    }

    /** For each output index, the first source index and the weights from there on. */
    private record Axis(int[] starts, float[][] weights) {

        static Axis of(int from, int to) {
            return to < from ? shrinking(from, to) : growing(from, to);
        }

        private static Axis shrinking(int from, int to) {
            int[] starts = new int[to];
            float[][] weights = new float[to][];
            double step = (double) from / to;
            for (int i = 0; i < to; i++) {
                double begin = i * step;
                double end = Math.min(from, begin + step);
                int first = (int) begin;
                int last = Math.min(from - 1, (int) Math.ceil(end - 1e-9) - 1);
                starts[i] = first;
                weights[i] = new float[last - first + 1];
                for (int source = first; source <= last; source++) {
                    double covered = Math.min(end, source + 1) - Math.max(begin, source);
                    weights[i][source - first] = (float) (covered / step);
                }
            }
            return new Axis(starts, weights);
        }

        private static Axis growing(int from, int to) {
            int[] starts = new int[to];
            float[][] weights = new float[to][];
            for (int i = 0; i < to; i++) {
                double centre = Math.max(0, (i + .5) * from / to - .5);
                int first = Math.min(from - 1, (int) centre);
                float beyond = (float) (centre - first);
                starts[i] = first;
                weights[i] = first == from - 1 ? new float[] {1} : new float[] {1 - beyond, beyond};
            }
            return new Axis(starts, weights);
        }

        float rowMean(byte[] pixels, int row, int index) {
            float sum = 0;
            for (int i = 0; i < weights[index].length; i++) {
                sum += weights[index][i] * (pixels[row + starts[index] + i] & 0xff);
            }
            return sum;
        }

        float columnMean(float[] values, int column, int stride, int index) {
            float sum = 0;
            for (int i = 0; i < weights[index].length; i++) {
                sum += weights[index][i] * values[(starts[index] + i) * stride + column];
            }
            return sum;
        }
    }
}
