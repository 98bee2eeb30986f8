package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.rapt.access.route.Route;
import dev.rapt.access.route.Routes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever adds a route to a service says in the table of access what it takes; what isn't there is refused to everybody. */
class AccessTableTest {

    private static final List<String> SERVICES =
            List.of("detector-service", "classifier-service", "aggregator-service");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private static JavaClasses services;

    @BeforeAll
    static void read() {
        services = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPaths(SERVICES.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }

    @Test
    void everyResourceIsInTheTable() {
        List<String> missing = new ArrayList<>();
        int routes = 0;
        for (JavaClass type : services) {
            for (JavaMethod method : type.getMethods()) {
                for (JavaAnnotation<?> annotation : method.getAnnotations()) {
                    String name = annotation.getRawType().getName();
                    String verb = name.substring(name.lastIndexOf('.') + 1);
                    if (name.startsWith("jakarta.ws.rs.") && METHODS.contains(verb)) {
                        routes++;
                        String path = join(value(type.getAnnotations()), value(method.getAnnotations()));
                        if (!isInTable(verb, path)) {
                            missing.add(verb + ' ' + path);
                        }
                    }
                }
            }
        }

        assertThat(missing).as("Say in Routes what these take").isEmpty();
        assertThat(routes).isGreaterThan(40);
    }

    @Test
    void everyWebSocketIsInTheTableAndCountsAsAConnection() {
        List<String> sockets = services.stream()
                .flatMap(type -> type.getAnnotations().stream())
                .filter(annotation -> annotation.getRawType().getSimpleName().equals("WebSocket"))
                .map(annotation -> (String) annotation.get("path").orElseThrow())
                .toList();

        assertThat(sockets).hasSizeGreaterThan(2).allSatisfy(path -> assertThat(route("GET", path))
                .as(path)
                .hasValueSatisfying(route -> assertThat(route.kind().lasts()).isTrue()));
    }

    @Test
    void everyClassWithPlainRoutesIsKnownByName() {
        List<String> plain = services.stream()
                .filter(type -> type.getMethods().stream().anyMatch(method -> method.getRawParameterTypes().stream()
                        .anyMatch(of -> of.getName().equals("io.vertx.ext.web.Router"))))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();

        assertThat(plain)
                .as("A plain route has no annotation, so put its path into Routes, and its class here")
                .containsExactly("FirstLook", "Forwarding", "Gateway", "LiveRoutes");
    }

    private static boolean isInTable(String method, String path) {
        return route(method, path).isPresent();
    }

    private static Optional<Route> route(String method, String path) {
        return Routes.of(method, path.replaceAll("\\{[^}]*}", "x"));
    }

    private static String value(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.getRawType().getName().equals("jakarta.ws.rs.Path"))
                .map(annotation -> (String) annotation.get("value").orElseThrow())
                .findFirst()
                .orElse("");
    }

    private static String join(String one, String other) {
        return other.isEmpty() || other.startsWith("/") ? one + other : one + '/' + other;
    }
}
