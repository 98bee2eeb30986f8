package dev.rapt.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Images are those that bin/images makes, in this build's version, and what isn't ours has a version of its own. */
final class ImagesCheck implements Check {

    private final String version;
    private final Set<String> made;

    /**
     * For a version of ours.
     *
     * @param made the names of our images
     */
    ImagesCheck(String version, Set<String> made) {
        this.version = version;
        this.made = Set.copyOf(made);
    }

    @Override
    public List<String> problems(Rendering rendering) {
        List<String> found = new ArrayList<>();
        for (Pod pod : rendering.pods()) {
            pod.containers().forEach(container -> {
                String[] image = container.path("image").asText().split(":", 2);
                if (image.length < 2 || image[1].equals("latest")) {
                    found.add(pod + " runs whatever is newest of " + image[0]);
                } else if (pod.ours() && !(made.contains(image[0]) && image[1].equals(version))) {
                    found.add(
                            pod + " runs " + String.join(":", image) + " and this build makes " + made + " " + version);
                }
            });
        }
        return found;
    }
}
