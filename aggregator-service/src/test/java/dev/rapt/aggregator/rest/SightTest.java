package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every route says whom it shows; one that doesn't would be refused where only groups are shown. */
class SightTest {

    @Test
    void everyRouteSaysWhomItShows() {
        // Given
        List<Method> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.rapt.aggregator")) {
            if (type.isAnnotatedWith(Path.class)) {
                Arrays.stream(type.reflect().getDeclaredMethods())
                        .filter(SightTest::isRoute)
                        .forEach(routes::add);
            }
        }

        // Then
        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(routes)
                .as("routes without @Sight")
                .allMatch(route -> route.isAnnotationPresent(Sight.class)
                        || route.getDeclaringClass().isAnnotationPresent(Sight.class));
    }

    private static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
