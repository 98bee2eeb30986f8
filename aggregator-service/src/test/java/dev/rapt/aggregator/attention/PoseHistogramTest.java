package dev.rapt.aggregator.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoseHistogramTest {

    @Test
    void showsWhereMostAreAndNotThePlaceInBetween() {
        PoseHistogram histogram = new PoseHistogram();
        IntStream.range(0, 35).forEach(i -> histogram.add(new Pose(.5, .5)));
        IntStream.range(0, 25).forEach(i -> histogram.add(new Pose(40.5, 10.5)));

        assertThat(histogram.mode()).contains(new Pose(.5, .5));
    }

    @Test
    void ofTwoAsFullTheOneNearerToTheCamera() {
        PoseHistogram histogram = new PoseHistogram();
        IntStream.range(0, 30).forEach(i -> histogram.add(new Pose(-30, 0)));
        IntStream.range(0, 30).forEach(i -> histogram.add(new Pose(25, 0)));

        assertThat(histogram.mode()).contains(new Pose(25, 0));
    }

    @Test
    void withoutAPoseThereIsNone() {
        assertThat(new PoseHistogram().mode()).isEmpty();
    }

    @Test
    void takesTheMeanOfANeighbourhoodAcrossCells() {
        PoseHistogram histogram = new PoseHistogram();
        histogram.add(new Pose(-1.5, 0));
        histogram.add(new Pose(.5, 0));
        histogram.add(new Pose(2.5, 0));

        assertThat(histogram.mode()).contains(new Pose(.5, 0));
    }
}
