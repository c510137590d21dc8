package io.tidings.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String CORE = "io.tidings.core.";
    private static final List<List<String>> LAYERS = List.of(
            List.of("address", "template", "pacing", "deployment", "access", "job"),
            List.of("audience", "suppression", "statistics"),
            List.of("deadletter"),
            List.of("campaign"),
            List.of("ledger", "forecast"),
            List.of("sending", "feedback"),
            List.of("notification", "webhook"),
            List.of("alarm"));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tidings.core");

    @Test
    void everyPackageNamedHereExistsAndNoOther() {
        List<String> named =
                LAYERS.stream().flatMap(List::stream).map(CORE::concat).toList();
        assertThat(classes.stream()
                        .map(type -> type.getPackageName())
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(CORE + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nobodyKnowsALayerAbove() {
        for (int lower = 0; lower < LAYERS.size(); lower++) {
            for (int upper = lower + 1; upper < LAYERS.size(); upper++) {
                noClasses()
                        .that()
                        .resideInAnyPackage(packages(LAYERS.get(lower)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages(LAYERS.get(upper)))
                        .check(classes);
            }
        }
    }

    @Test
    void sendingAndFeedbackAreStrangers() {
        noClasses()
                .that()
                .resideInAPackage(CORE + "sending")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "feedback")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(CORE + "feedback")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "sending")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(CORE + "notification")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE + "feedback", CORE + "webhook")
                .check(classes);
    }

    @Test
    void coreKnowsNothingButJavaAndJSpecify() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.tidings.core..")
                .check(classes);
    }

    @Test
    void timeRandomnessAndSleepComeFromOutside() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(classes);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
        noClasses().should().callMethod(System.class, "nanoTime").check(classes);
        noClasses().should().callMethod(java.time.Clock.class, "systemUTC").check(classes);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(classes);
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(classes);
        noClasses().should().callMethod(java.util.UUID.class, "randomUUID").check(classes);
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(CORE::concat).toArray(String[]::new);
    }
}
