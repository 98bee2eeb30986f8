package dev.rapt.aggregator.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Poses by cells of two degrees, and where most of them are: a mode, so that a minute with a third of it spent elsewhere
 * still shows the pose of the other two thirds, where a mean would show a place in between.
 */
final class PoseHistogram {

    private static final double CELL = 2;
    /** Cells to either side: a neighbourhood is ten degrees wide. */
    private static final int REACH = 2;

    private record Cell(int yaw, int pitch) {
        static Cell of(Pose pose) {
            return new Cell((int) Math.floor(pose.yaw() / CELL), (int) Math.floor(pose.pitch() / CELL));
        }
    }

    private record Crowd(int size, Pose mean) {}

    private final TreeMap<Cell, List<Pose>> cells =
            new TreeMap<>(Comparator.comparingInt(Cell::yaw).thenComparingInt(Cell::pitch));

    void add(Pose pose) {
        cells.computeIfAbsent(Cell.of(pose), cell -> new ArrayList<>()).add(pose);
    }

    /** The mean of the fullest neighbourhood; of two as full, the one nearer to the camera. Empty without a pose. */
    Optional<Pose> mode() {
        return cells.keySet().stream()
                .map(this::around)
                .max(Comparator.comparingInt(Crowd::size)
                        .thenComparing(crowd -> -crowd.mean().fromCamera()))
                .map(Crowd::mean);
    }

    private Crowd around(Cell centre) {
        int size = 0;
        double yaw = 0;
        double pitch = 0;
        for (int across = -REACH; across <= REACH; across++) {
            for (int along = -REACH; along <= REACH; along++) {
                for (Pose pose :
                        cells.getOrDefault(new Cell(centre.yaw() + across, centre.pitch() + along), List.of())) {
                    size++;
                    yaw += pose.yaw();
                    pitch += pose.pitch();
                }
            }
        }
        return new Crowd(size, new Pose(yaw / size, pitch / size));
    }
}
