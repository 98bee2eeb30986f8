package dev.rapt.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names of enums' values as the API and the policy file write them: lower case, hyphens. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(text))
                .findFirst();
    }
}
