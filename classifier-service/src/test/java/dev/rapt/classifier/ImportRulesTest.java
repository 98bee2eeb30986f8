package dev.rapt.classifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.rapt.classifier", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {

    @ArchTest
    static final ArchRule onlyTheModelKnowsTheRuntime = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapt.classifier.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule scoringKnowsNeitherKafkaNorEventsNorRest = noClasses()
            .that()
            .resideInAPackage("dev.rapt.classifier.score..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "com.google.protobuf..",
                    "dev.rapt.contracts.v1..",
                    "jakarta.ws.rs..",
                    "dev.rapt.classifier.consume..",
                    "dev.rapt.classifier.publish..",
                    "dev.rapt.classifier.rest..");

    @ArchTest
    static final ArchRule theModelStandsAlone = noClasses()
            .that()
            .resideInAPackage("dev.rapt.classifier.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "jakarta..", "io.quarkus..", "dev.rapt.contracts..", "dev.rapt.classifier");

    @ArchTest
    static final ArchRule theStepsDontKnowRest = noClasses()
            .that()
            .resideInAnyPackage("dev.rapt.classifier.consume..", "dev.rapt.classifier.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rapt.classifier.rest..", "jakarta.ws.rs..");
}
