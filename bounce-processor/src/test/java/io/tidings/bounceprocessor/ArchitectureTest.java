package io.tidings.bounceprocessor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String BOUNCE_PROCESSOR = "io.tidings.bounceprocessor";
    private static final List<String> ALLOWED = List.of(
            "io.tidings.core",
            "io.tidings.aws",
            BOUNCE_PROCESSOR,
            "com.amazonaws.services.lambda",
            "io.micronaut",
            "jakarta",
            "org.jspecify.annotations",
            "org.slf4j",
            "software.amazon.awssdk.services.sqs");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BOUNCE_PROCESSOR);

    @Test
    void everyPackageNamedHereExistsAndNoOther() {
        assertThat(classes.stream()
                        .map(type -> type.getPackageName())
                        .distinct()
                        .toList())
                .containsExactly(BOUNCE_PROCESSOR);
        List<String> used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName() + ".")
                .distinct()
                .toList();
        assertThat(ALLOWED)
                .describedAs("what the rule allows is there, and somebody needs it")
                .allMatch(named -> used.stream().anyMatch(name -> name.startsWith(named + ".")));
    }

    @Test
    void theBounceProcessorKnowsWhatTheDesignAllowsIt() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("java.."), ALLOWED.stream().map(name -> name + ".."))
                                .toArray(String[]::new))
                .check(classes);
    }
}
