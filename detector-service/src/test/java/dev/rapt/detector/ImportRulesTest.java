package dev.rapt.detector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The import rules of the design, as far as pictures are concerned. */
@AnalyzeClasses(packages = "dev.rapt.detector", importOptions = DoNotIncludeTests.class)
class ImportRulesTest {
    private static final String[] VISION = {
        "dev.rapt.detector.frame..", "dev.rapt.detector.face..", "dev.rapt.detector.crop.."
    };

    @ArchTest
    static final ArchRule nativeMemoryStaysInVision = noClasses()
            .that()
            .resideOutsideOfPackages(VISION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.opencv..", "nu.pattern..");

    @ArchTest
    static final ArchRule tensorFlowLiteStaysBesideTheFaceModels = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapt.detector.face..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule visionKnowsNoEdges = noClasses()
            .that()
            .resideInAnyPackage(VISION)
            .or()
            .belongToAnyOf(
                    AbsenceReason.class,
                    CompositeFrame.class,
                    FaceExaminer.class,
                    FaceFlaw.class,
                    FrameFindings.class,
                    FramePipeline.class,
                    FrameWorker.class,
                    PictureFindings.class,
                    QualitySettings.class,
                    SeenFace.class,
                    VisionSettings.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.vertx..",
                    "io.micrometer..",
                    "com.google.protobuf..",
                    "dev.rapt.contracts..",
                    "dev.rapt.meeting..");

    @ArchTest
    static final ArchRule meetingsAreFollowedAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("dev.rapt.detector.consume..", "dev.rapt.detector.boot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.rapt.meeting.follow..");

    @ArchTest
    static final ArchRule whatIsKnownOfMeetingsKnowsNoEdges = noClasses()
            .that()
            .resideInAPackage("dev.rapt.detector.meeting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "jakarta..", "io.quarkus..", "io.vertx..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule stepsOfTheWayDoNotTurnBack = SlicesRuleDefinition.slices()
            .matching("dev.rapt.detector.(frame|face|crop)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheLivePictureIsDrawn = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapt.detector.live.draw..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.apache.fontbox..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule whatIsShownKnowsNoEdges = noClasses()
            .that()
            .resideInAnyPackage("dev.rapt.detector.live", "dev.rapt.detector.live.draw..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.vertx..",
                    "io.micrometer..",
                    "com.google.protobuf..",
                    "dev.rapt.contracts..");

    @ArchTest
    static final ArchRule botsProtocolsKnowNoEdges = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.rapt.detector.ingest.bot.message..",
                    "dev.rapt.detector.ingest.bot.attendee..",
                    "dev.rapt.detector.ingest.bot.recall..",
                    "dev.rapt.detector.ingest.bot.zoom..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.vertx..",
                    "io.micrometer..",
                    "com.google.protobuf..",
                    "dev.rapt.contracts..");

    @ArchTest
    static final ArchRule botsPackagesDoNotTurnBack = SlicesRuleDefinition.slices()
            .matching("dev.rapt.detector.ingest.(bot..)")
            .should()
            .beFreeOfCycles();
}
