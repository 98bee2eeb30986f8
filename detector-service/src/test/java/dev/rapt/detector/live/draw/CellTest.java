package dev.rapt.detector.live.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 2", "6, 3", "9, 3", "16, 4", "25, 5", "49, 7"})
    void asManyColumnsAsMakeTheCellsLargest(int count, int columns) {
        Set<Integer> lefts = new HashSet<>();
        List<Cell> cells = Cell.grid(count, 1280, 690, 8);
        cells.stream().limit(columns).forEach(cell -> lefts.add(cell.x()));

        assertThat(lefts).hasSize(columns);
        assertThat(cells.stream().filter(cell -> cell.y() == cells.get(0).y())).hasSize(columns);
    }

    @Test
    void cellsLieWithinAndApart() {
        for (int count = 1; count <= 49; count++) {
            List<Cell> cells = Cell.grid(count, 1280, 690, 8);
            assertThat(cells).hasSize(count);
            for (Cell cell : cells) {
                assertThat(cell.x()).isNotNegative();
                assertThat(cell.y()).isNotNegative();
                assertThat(cell.x() + cell.width()).isLessThanOrEqualTo(1280);
                assertThat(cell.y() + cell.height()).isLessThanOrEqualTo(690);
                assertThat(cells.stream().filter(other -> overlap(cell, other))).containsExactly(cell);
            }
        }
    }

    private static boolean overlap(Cell a, Cell b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
