package dev.rapt.k8s;

import java.util.List;
import java.util.stream.Stream;

/** Every field is one that the API has, of the type that it has there, and none is missing that it requires. */
final class TypesCheck implements Check {

    @Override
    public List<String> problems(Rendering rendering) {
        return rendering.manifests().stream().flatMap(TypesCheck::of).toList();
    }

    private static Stream<String> of(Manifest manifest) {
        if (KubernetesTypes.know(manifest)) {
            return KubernetesTypes.problems(manifest).stream();
        }
        if (OperatorTypes.know(manifest)) {
            return OperatorTypes.problems(manifest).stream();
        }
        if (KedaTypes.know(manifest)) {
            return KedaTypes.problems(manifest).stream();
        }
        return Stream.of(manifest + ": nobody knows the type " + manifest.apiVersion() + " " + manifest.kind());
    }
}
