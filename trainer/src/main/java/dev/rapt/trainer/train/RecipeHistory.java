package dev.rapt.trainer.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what a run was set to before it was resumed with other settings, so that the card tells the whole of it. */
final class RecipeHistory {
    private static final String UNTIL = " until epoch ";

    private RecipeHistory() {}

    static Map<String, String> merge(Map<String, String> before, Map<String, String> now, int epoch) {
        Map<String, String> merged = new LinkedHashMap<>(now);
        before.forEach((name, value) -> {
            if (name.contains(UNTIL)) {
                merged.put(name, value);
            } else if (!value.equals(now.get(name))) {
                merged.put(name + UNTIL + epoch, value);
            }
        });
        return merged;
    }
}
