package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which column of the table is what, and how a row is read. Names may have blanks around them, cells quotes. */
record FerRow(int emotion, int pixels, int usage) {

    /** What one row says. */
    record Cells(Expression label, GreyImage image, Split split) {}

    static FerRow ofHeader(String header, String name) {
        List<String> columns =
                header == null ? List.of() : cells(header.replace("\uFEFF", "").toLowerCase(Locale.ROOT));
        FerRow row = new FerRow(columns.indexOf("emotion"), columns.indexOf("pixels"), columns.indexOf("usage"));
        if (row.emotion < 0 || row.pixels < 0 || row.usage < 0) {
            throw new DatasetException(
                    name + " isn't FER2013's table: its first line doesn't name the columns emotion, pixels and Usage");
        }
        return row;
    }

    Cells parse(String line, String place) {
        List<String> cells = cells(line);
        if (cells.size() <= Math.max(emotion, Math.max(pixels, usage))) {
            throw new DatasetException(place + ": has only " + cells.size() + " cells");
        }
        return new Cells(
                label(cells.get(emotion), place), image(cells.get(pixels), place), split(cells.get(usage), place));
    }

    private static Expression label(String cell, String place) {
        if (!cell.matches("[0-6]")) {
            throw new DatasetException(place + ": emotion is " + shortened(cell) + ", not a number from 0 to 6");
        }
        return Expression.values()[Integer.parseInt(cell)];
    }

    private static Split split(String cell, String place) {
        return Arrays.stream(Split.values())
                .filter(split -> split.usage().equalsIgnoreCase(cell))
                .findFirst()
                .orElseThrow(() -> new DatasetException(
                        place + ": Usage is " + shortened(cell) + ", not Training, PublicTest or PrivateTest"));
    }

    private static GreyImage image(String cell, String place) {
        String[] levels = cell.split(" +");
        int side = (int) Math.round(Math.sqrt(levels.length));
        if (side * side != levels.length || side < 8) {
            throw new DatasetException(place + ": " + levels.length + " pixels make no square picture");
        }
        byte[] image = new byte[levels.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) level(levels[i], place);
        }
        return new GreyImage(side, side, image);
    }

    private static int level(String word, String place) {
        int level = 0;
        for (int i = 0; i < word.length() && level <= 255; i++) {
            int digit = word.charAt(i) - '0';
            level = digit < 0 || digit > 9 ? 256 : level * 10 + digit;
        }
        if (word.isEmpty() || level > 255) {
            throw new DatasetException(place + ": pixel " + shortened(word) + " isn't a number from 0 to 255");
        }
        return level;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(","))
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
    }

    private static String shortened(String cell) {
        return "'" + (cell.length() > 20 ? cell.substring(0, 20) + "…" : cell) + "'";
    }
}
