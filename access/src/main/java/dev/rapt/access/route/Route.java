package dev.rapt.access.route;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A route and what it takes.
 *
 * @param method such as {@code GET}, which is also {@code HEAD}; {@code *} is any
 * @param path a name in braces stands for one part, two stars at the end for anything
 */
public record Route(String method, String path, Need need, Kind kind, Pattern pattern) {

    /** A route; the pattern comes of the path. */
    public static Route of(String method, String path, Need need, Kind kind) {
        String regex = Stream.of(path.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : part.equals("**") ? ".*" : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return new Route(method, path, need, kind, Pattern.compile(regex));
    }

    boolean isAt(String path) {
        return pattern.matcher(path).matches();
    }

    boolean isBy(String method) {
        return this.method.equals("*") || this.method.equals(method.equals("HEAD") ? "GET" : method);
    }
}
