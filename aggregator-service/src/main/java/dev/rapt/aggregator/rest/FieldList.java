package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.timeline.Expression;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands {@code fields=}: names with commas between, of which two stand for several. */
final class FieldList {

    private static final String EXPRESSIONS = "expressions";
    private static final String SHARES = "displayedShares";

    private FieldList() {}

    /** The fields that are named, a refusal when one of them isn't shown; those of these that are where none is named. */
    static Fields parse(Optional<String> text, List<Field> otherwise, Shown shown) {
        return text.map(list -> shown.all(Fields.of(Arrays.stream(list.split(",", -1))
                        .flatMap(name -> named(name, shown))
                        .toList())))
                .orElseGet(() -> Fields.of(shown.of(otherwise)));
    }

    private static Stream<Field> named(String name, Shown shown) {
        return switch (name.trim()) {
            case EXPRESSIONS ->
                Arrays.stream(Expression.values())
                        .map(one ->
                                Field.of(one.name().toLowerCase(Locale.ROOT)).orElseThrow());
            case SHARES ->
                Arrays.stream(Label.values())
                        .map(one -> Field.of(SHARES + "." + one.text()).orElseThrow());
            default ->
                Stream.of(Field.of(name.trim())
                        .orElseThrow(() -> ProblemException.badRequest(
                                "bad-fields",
                                "There is no field '" + name.trim() + "'. There are "
                                        + (shown.expressions() ? EXPRESSIONS + ", " + SHARES + ", " : "")
                                        + shown.of(List.of(Field.values())).stream()
                                                .map(Field::text)
                                                .collect(Collectors.joining(", ")))));
        };
    }
}
