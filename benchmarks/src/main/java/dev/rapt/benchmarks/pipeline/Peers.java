package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Other libraries on the same frames, each in a Node.js process of its own, on one thread. */
final class Peers {

    /** One library with settings. */
    enum Peer {
        HUMAN_TRACKING(
                "human-tracking",
                "`@vladmandic/human` 3.3.6, detector in every eighth frame",
                "BlazeFace, 468-point mesh with pose, emotion"),
        HUMAN("human", "`@vladmandic/human` 3.3.6, detector in every frame", "the same"),
        FACE_API_TINY(
                "face-api-tiny",
                "`@vladmandic/face-api` 1.7.15, Tiny Face Detector of 224",
                "detector, 68 landmarks (tiny), expression"),
        FACE_API_SSD(
                "face-api-ssd",
                "`@vladmandic/face-api` 1.7.15, SSD MobileNet",
                "detector, 68 landmarks (tiny), expression");

        private final String name;
        private final String label;
        private final String does;

        Peer(String name, String label, String does) {
            this.name = name;
            this.label = label;
            this.does = does;
        }

        String label() {
            return label;
        }

        String does() {
            return does;
        }
    }

    private static final Path FOLDER = Path.of("benchmarks", "peers");
    private static final int PEOPLE = 4;
    private static final int WARM_UP = 24;

    private Peers() {}

    /** Whether they are installed, as {@code bin/bench} does. */
    static boolean installed() {
        return Files.isDirectory(FOLDER.resolve("node_modules"));
    }

    /** So many frames of four people, one person after the other, so that a library that tracks can. */
    static Child.Result measure(Peer peer, Footage footage, int frames) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("rapt-frames");
        try {
            footage.write(directory);
            List<String> order = new ArrayList<>();
            for (int i = 0; i < WARM_UP; i++) {
                order.add("warm-up " + footage.fileOf(0, i));
            }
            for (int participant = 0; participant < PEOPLE; participant++) {
                for (int number = 0; number < frames / PEOPLE; number++) {
                    order.add(participant + " " + footage.fileOf(participant, number));
                }
            }
            Files.write(directory.resolve("order.txt"), order);
            return Child.run(List.of(
                    "node", FOLDER.resolve("peers.mjs").toString(), peer.name, directory.toString(), "" + WARM_UP));
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
