package dev.rapt.trainer.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The data sets that can be named on the command line. */
enum DataKind {
    FER2013("fer2013"),
    CK_PLUS("ck+"),
    FOLDERS("folders");

    private final String word;

    DataKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }

    static final class Converter implements ITypeConverter<DataKind> {
        @Override
        public DataKind convert(String value) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no data set " + value + "; there are fer2013, ck+ and folders"));
        }
    }

    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(DataKind::toString).iterator();
        }
    }
}
