package dev.rapt.aggregator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.rapt.aggregator", importOptions = DoNotIncludeTests.class)
class ImportRulesTest {

    @ArchTest
    static final ArchRule THE_ARITHMETIC_KNOWS_NOTHING_BUT_JAVA = noClasses()
            .that()
            .resideInAPackage("..timeline..")
            .should()
            .dependOnClassesThat()
            // The display is plain Java too; e2e-tests' ArchitectureTest holds it to that
            .resideOutsideOfPackages(
                    "dev.rapt.aggregator.timeline..",
                    "dev.rapt.aggregator.attention..",
                    "dev.rapt.display..",
                    "java..");

    @ArchTest
    static final ArchRule THE_JUDGEMENT_KNOWS_NOTHING_BUT_JAVA = noClasses()
            .that()
            .resideInAPackage("..attention..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.rapt.aggregator.attention..", "java..");

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NOTHING_BUT_JAVA = noClasses()
            .that()
            .resideInAPackage("..log..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.rapt.aggregator.log..", "java..");

    @ArchTest
    static final ArchRule WHAT_IS_SAID_OF_MEETINGS_KNOWS_NOTHING_BUT_THE_RULES = noClasses()
            .that()
            .resideInAPackage("..aggregator.meeting..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.rapt.aggregator.meeting..", "dev.rapt.meeting", "java..");

    @ArchTest
    static final ArchRule THE_REPORTS_KNOW_NOTHING_BUT_WHAT_IS_JUDGED = noClasses()
            .that()
            .resideInAPackage("..aggregator.report..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.rapt.aggregator.report..",
                    "dev.rapt.aggregator.timeline..",
                    "dev.rapt.aggregator.attention..",
                    "dev.rapt.aggregator.log..",
                    "dev.rapt.aggregator.meeting..",
                    "org.apache.commons.statistics..",
                    "java..");

    @ArchTest
    static final ArchRule WHAT_GROUPS_MAY_BE_TOLD_KNOWS_NOTHING_BUT_WHAT_IS_JUDGED = noClasses()
            .that()
            .resideInAPackage("..aggregator.group..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.rapt.aggregator.group..",
                    "dev.rapt.aggregator.timeline..",
                    "dev.rapt.aggregator.meeting..",
                    "java..");

    @ArchTest
    static final ArchRule GENERATED_TYPES_STOP_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapt.aggregator.event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rapt.contracts.v1..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule KAFKA_STOPS_AT_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.rapt.aggregator.topology..", "dev.rapt.aggregator.query..", "dev.rapt.aggregator.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.rocksdb..");

    @ArchTest
    static final ArchRule REST_STOPS_AT_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages("dev.rapt.aggregator.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule JSON_STOPS_AT_THE_DOOR_AND_IN_EXPORTS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.rapt.aggregator.rest..", "dev.rapt.aggregator.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule FILE_FORMATS_KNOW_NOTHING_OF_MEETINGS = noClasses()
            .that()
            .resideInAPackage("..export..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.rapt.aggregator.export..",
                    "com.fasterxml.jackson.core..",
                    "org.apache.parquet..",
                    // The stand-ins of Parquet's writer, in its signatures
                    "org.apache.hadoop.conf..",
                    "java..");

    @ArchTest
    static final ArchRule PARQUET_STOPS_IN_EXPORTS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapt.aggregator.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..", "blue.strategic..");

    @ArchTest
    static final ArchRule THE_STREAMS_KNOW_NO_QUESTIONS = noClasses()
            .that()
            .resideInAnyPackage("..event..", "..timeline..", "..attention..", "..topology..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..query..", "..live..", "..rest..", "..gateway..", "..report..", "..cluster..");
}
