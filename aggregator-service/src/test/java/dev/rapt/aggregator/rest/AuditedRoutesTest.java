package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever adds a route says whether the audit log tells of it. */
class AuditedRoutesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.rapt.aggregator");

    @Test
    void everyRouteIsAuditedOrSaysWhyNot() {
        List<JavaMethod> routes = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();

        assertThat(routes).hasSizeGreaterThan(20);
        for (JavaMethod route : routes) {
            boolean audited = route.isAnnotatedWith(Audited.class);
            boolean reasoned = route.isAnnotatedWith(NotAudited.class)
                    && !route.getAnnotationOfType(NotAudited.class).value().isBlank();
            assertThat(audited != reasoned)
                    .as(
                            "%s must be @Audited(Action.…) when it reads, exports or changes something of people,"
                                    + " or else @NotAudited(\"why\"); docs/audit.md says which",
                            route.getFullName())
                    .isTrue();
        }
    }

    @Test
    void plainRoutesAreKnownByName() {
        List<String> plain = CLASSES.stream()
                .filter(type -> type.getMethods().stream().anyMatch(method -> method.getRawParameterTypes().stream()
                        .map(JavaClass::getFullName)
                        .anyMatch(Router.class.getName()::equals)))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();

        assertThat(plain)
                .as(
                        "A plain route has no filter, so it must write its own entries as LiveRoutes does, or tell nothing of"
                                + " people by itself as the others")
                .containsExactlyElementsOf(PLAIN);
    }

    private static final List<String> PLAIN = List.of("FirstLook", "Forwarding", "Gateway", "LiveRoutes");
}
