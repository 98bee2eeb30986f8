package dev.rapt.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house: who may know whom, over the classes of all modules. */
class ArchitectureTest {

    private static final List<String> MODULES = List.of(
            "contracts",
            "face-models",
            "sample-media",
            "kafka-setup",
            "kafka-embedded",
            "expression-model",
            "expression-display",
            "audit",
            "access",
            "departure",
            "detector-service",
            "classifier-service",
            "aggregator-service",
            "trainer",
            "demo");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }

    @Test
    void aServiceKnowsNoOtherService() {
        slices().matching("dev.rapt.(detector|classifier|aggregator)..")
                .should()
                .notDependOnEachOther()
                .check(house);
    }

    @Test
    void theContractsKnowNobody() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.contracts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rapt.detector..",
                        "dev.rapt.classifier..",
                        "dev.rapt.aggregator..",
                        "dev.rapt.demo..",
                        "io.quarkus..")
                .check(house);
    }

    @Test
    void theWayToKafkaKnowsNoServiceAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.kafka.setup..")
                .and()
                .resideOutsideOfPackage("dev.rapt.kafka.setup.cdi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rapt.detector..",
                        "dev.rapt.classifier..",
                        "dev.rapt.aggregator..",
                        "dev.rapt.meeting..",
                        "jakarta..",
                        "org.eclipse.microprofile..",
                        "io.quarkus..")
                .check(house);
    }

    @Test
    void theDisplayKnowsNothingButJava() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.display..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "dev.rapt.display..")
                .check(house);
    }

    @Test
    void theDepartureKnowsNobodyItTellsToLeave() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.departure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rapt.detector..",
                        "dev.rapt.classifier..",
                        "dev.rapt.aggregator..",
                        "dev.rapt.meeting..",
                        "dev.rapt.contracts..",
                        "org.apache.kafka..")
                .check(house);
    }

    @Test
    void theAuditLogKnowsNoServiceAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rapt.detector..",
                        "dev.rapt.classifier..",
                        "dev.rapt.aggregator..",
                        "dev.rapt.meeting..",
                        "jakarta..",
                        "io.quarkus..")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.audit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..")
                .check(house);
    }

    @Test
    void theGateKnowsNoServiceAndNoMeeting() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rapt.detector..",
                        "dev.rapt.classifier..",
                        "dev.rapt.aggregator..",
                        "dev.rapt.meeting..",
                        "dev.rapt.audit..",
                        "dev.rapt.contracts..")
                .check(house);
    }

    @Test
    void nativePicturesStayInTheFirstSteps() {
        only("org.opencv..", "dev.rapt.detector.frame..", "dev.rapt.detector.face..", "dev.rapt.detector.crop..");
        only("nu.pattern..", "dev.rapt.detector.frame..", "dev.rapt.detector.face..", "dev.rapt.detector.crop..");
        only("org.bytedeco.tensorflowlite..", "dev.rapt.detector.face..");
        only("org.bytedeco.javacpp..", "dev.rapt.detector.face..", "dev.rapt.demo..");
    }

    @Test
    void onnxRuntimeStaysBesideTheModel() {
        only("ai.onnxruntime..", "dev.rapt.classifier.model..", "dev.rapt.trainer..");
    }

    @Test
    void generatedEventsStopAtTheEdges() {
        only(
                "dev.rapt.contracts.v1..",
                "dev.rapt.contracts..",
                "dev.rapt.audit",
                "dev.rapt.detector.publish..",
                "dev.rapt.detector.consume..",
                "dev.rapt.classifier.consume..",
                "dev.rapt.classifier.publish..",
                "dev.rapt.aggregator.event..",
                "dev.rapt.demo..");
    }

    @Test
    void theStepsThatComputeKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.rapt.detector.frame..",
                        "dev.rapt.detector.face..",
                        "dev.rapt.detector.crop..",
                        "dev.rapt.classifier.model..",
                        "dev.rapt.aggregator.timeline..",
                        "dev.rapt.aggregator.log..",
                        "dev.rapt.aggregator.meeting..",
                        "dev.rapt.aggregator.report..",
                        "dev.rapt.aggregator.attention..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "jakarta.ws.rs..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "io.quarkus..",
                        "com.google.protobuf..")
                .check(house);
    }

    @Test
    void scoringKnowsNeitherKafkaNorRest() {
        noClasses()
                .that()
                .resideInAPackage("dev.rapt.classifier.score..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "jakarta.ws.rs..", "com.google.protobuf..")
                .check(house);
    }

    private static void only(String used, String... by) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(by)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(used);
        rule.check(house);
    }
}
