package dev.rapt.trainer.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** FER2013 as a table of {@code emotion}, {@code pixels} and {@code Usage}, in any order of the columns. */
final class FerTable implements SplitSource {
    private final String name;
    private final Map<Split, List<LabelledImage>> images;

    private FerTable(String name, Map<Split, List<LabelledImage>> images) {
        this.name = name;
        this.images = images;
    }

    static FerTable read(Path file, String name, PictureReader reader) {
        Map<Split, List<LabelledImage>> images = new EnumMap<>(Split.class);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            FerRow row = FerRow.ofHeader(lines.readLine(), name);
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    FerRow.Cells cells = row.parse(line, name + ", line " + number);
                    images.computeIfAbsent(cells.split(), split -> new ArrayList<>())
                            .add(reader.fit(cells.image(), name + ", line " + number, cells.label()));
                }
            }
        } catch (IOException e) {
            throw new DatasetException(name + " can't be read (" + e.getMessage() + ")", e);
        }
        if (images.isEmpty()) {
            throw new DatasetException(name + " has no rows");
        }
        return new FerTable(name, images);
    }

    @Override
    public Set<Split> splits() {
        return images.keySet();
    }

    @Override
    public Pictures read(Split split) {
        if (!images.containsKey(split)) {
            throw new DatasetException(name + " has no rows of usage " + split.usage() + "; it has " + listing());
        }
        return new Pictures(images.get(split), List.of());
    }

    @Override
    public void close() {}
}
