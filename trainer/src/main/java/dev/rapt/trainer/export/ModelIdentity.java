package dev.rapt.trainer.export;

import java.util.List;

/** What a model is called and what its outputs mean, in their order. */
public record ModelIdentity(String name, String version, List<String> classes) {
    public ModelIdentity {
        classes = List.copyOf(classes);
    }
}
