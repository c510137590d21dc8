package io.tidings.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String SERVICE = "io.tidings.service";
    private static final List<String> PACKAGES = Stream.of(
                    "",
                    ".access",
                    ".addresses",
                    ".alarms",
                    ".audiences",
                    ".campaigns",
                    ".deadletters",
                    ".forecast",
                    ".live",
                    ".notifications",
                    ".statistics",
                    ".suppressions",
                    ".templates",
                    ".unsubscribe",
                    ".web",
                    ".webhooks",
                    ".wiring",
                    ".workers")
            .map(SERVICE::concat)
            .toList();
    private static final List<String> OURS =
            List.of("io.tidings.core", "io.tidings.templates", "io.tidings.aws", SERVICE);
    private static final List<String> OTHERS = List.of(
            "io.micronaut",
            "io.swagger.v3.oas.annotations",
            "jakarta",
            "javax.crypto",
            "org.jspecify.annotations",
            "org.slf4j",
            "org.reactivestreams",
            "reactor.core",
            "com.github.f4b6a3.uuid",
            "com.password4j",
            "de.siegmar.fastcsv",
            "javax.net.ssl",
            "org.apache.hc");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVICE);

    @Test
    void everyPackageNamedHereExistsAndNoOther() {
        assertThat(classes.stream()
                        .map(type -> type.getPackageName())
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(PACKAGES);
        List<String> used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName() + ".")
                .distinct()
                .toList();
        assertThat(Stream.concat(OURS.stream(), OTHERS.stream()))
                .describedAs("what a rule allows is there, and somebody needs it")
                .allMatch(named -> used.stream().anyMatch(name -> name.startsWith(named + ".")));
    }

    @Test
    void theServiceKnowsWhatTheDesignAllowsIt() {
        List<String> allowed = new ArrayList<>(List.of("java..", "software.amazon.awssdk.."));
        Stream.concat(OURS.stream(), OTHERS.stream()).map(name -> name + "..").forEach(allowed::add);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(classes);
    }

    @Test
    void onlyTheWiringKnowsAws() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVICE + ".wiring")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVICE + ".wiring", SERVICE + ".workers")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidings.aws..")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(SERVICE + ".(*)..").should().beFreeOfCycles().check(classes);
    }
}
