package dev.rapt.aggregator.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Reads files with DuckDB, which shares no code with whatever wrote them. */
public final class Duck implements AutoCloseable {

    private final Connection connection;

    public Duck() throws SQLException {
        // Not by the DriverManager, which looks where the first class loader of the tests has put it
        this.connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        try (Statement statement = connection.createStatement()) {
            // A test fetches nothing
            statement.execute("SET autoinstall_known_extensions = false");
        }
    }

    /** A file with these bytes, as DuckDB is told of it. */
    public static Path file(Path directory, String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    /** The rows that come of a query, moments as {@link Instant}, what is missing as null. */
    public List<List<Object>> ask(String query) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    Object value = result.getObject(column);
                    row.add(value instanceof OffsetDateTime moment ? moment.toInstant() : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
