package dev.rapt.benchmarks.pipeline;

import dev.rapt.benchmarks.Tiles;
import dev.rapt.media.SampleMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Real footage as sixteen people's tiles: three clips at two frames a second, 640×360, JPEG; each participant begins
 * elsewhere in one of them and begins again at its end. Safe for several threads.
 */
final class Footage {

    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final int FRAMES_A_SECOND = 2;
    private static final int MOST_OF_A_CLIP = 120;
    /** Far enough apart that nobody shows what another has just shown. */
    private static final int APART = 17;

    private final List<List<byte[]>> clips = new ArrayList<>();

    /** Decodes and encodes all of it, some 300 pictures. */
    Footage() throws IOException {
        for (String clip : SampleMedia.clips()) {
            clips.add(Tiles.of(clip, FRAMES_A_SECOND, MOST_OF_A_CLIP, WIDTH, HEIGHT));
        }
    }

    /** A participant's picture of this number, from 0. */
    byte[] picture(int participant, long number) {
        List<byte[]> clip = clips.get(clipOf(participant));
        return clip.get(index(participant, number));
    }

    /** Writes every picture into a folder, as {@link #fileOf} names it. */
    void write(Path directory) throws IOException {
        for (int clip = 0; clip < clips.size(); clip++) {
            for (int i = 0; i < clips.get(clip).size(); i++) {
                Files.write(directory.resolve(name(clip, i)), clips.get(clip).get(i));
            }
        }
    }

    String fileOf(int participant, long number) {
        return name(clipOf(participant), index(participant, number));
    }

    /** Of all pictures. */
    long meanBytes() {
        return Math.round(clips.stream()
                .flatMap(List::stream)
                .mapToInt(picture -> picture.length)
                .average()
                .orElseThrow());
    }

    private int clipOf(int participant) {
        return participant % clips.size();
    }

    private int index(int participant, long number) {
        return (int) ((number + (long) APART * (participant / clips.size()))
                % clips.get(clipOf(participant)).size());
    }

    private static String name(int clip, int index) {
        return "clip" + clip + "-" + index + ".jpg";
    }
}
