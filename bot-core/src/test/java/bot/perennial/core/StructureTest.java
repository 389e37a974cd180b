package bot.perennial.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Command;
import bot.perennial.core.commands.Commands;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("bot.perennial.core");

    @Test
    void packagesFormNoCycles() {
        slices().matching("bot.perennial.core.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can't be read alone can't be changed alone")
                .check(CORE);
    }

    @Test
    void packagesKnowOnlyWhatLiesBeneath() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("calendar")
                .definedBy("..core.calendar..")
                .layer("message")
                .definedBy("..core.message..")
                .layer("people")
                .definedBy("..core.people..")
                .layer("circle")
                .definedBy("..core.circle..")
                .layer("store")
                .definedBy("..core.store..")
                .layer("command")
                .definedBy("..core.command..")
                .layer("nudge")
                .definedBy("..core.nudge..")
                .layer("commands")
                .definedBy("..core.commands..")
                .layer("delivery")
                .definedBy("..core.delivery..")
                .layer("duty")
                .definedBy("..core.duty..")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("circle")
                .mayOnlyBeAccessedByLayers("store", "commands", "delivery", "nudge")
                .whereLayer("delivery")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("duty")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("nudge")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("command", "commands", "delivery", "duty", "nudge")
                .whereLayer("message")
                .mayOnlyBeAccessedByLayers("store", "command", "commands", "delivery", "nudge")
                .because("a command may use the notebook, and the notebook may know nothing of commands")
                .check(CORE);
    }

    @Test
    void seesNoVendor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "bot.perennial.core..", "java..", "org.jspecify..", "org.slf4j..", "javax.annotation..")
                .because("the core's tests run in milliseconds, and no platform or database decides its shape")
                .check(CORE);
    }

    @Test
    void namesNoPlatform() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
                        .as("%s: what differs between platforms is their adapters' business", file)
                        .doesNotContain("slack", "discord");
            }
        }
    }

    @Test
    void listsEveryCommand() {
        var listed = Commands.all().stream()
                .map(command -> command.getClass().getName())
                .collect(toSet());
        var written = CORE.stream()
                .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface())
                .filter(type -> type.isTopLevelClass()) // one in another class only wraps those that are listed
                .map(JavaClass::getName)
                .collect(toSet());
        assertThat(listed).as("add it to Commands.all()").isEqualTo(written);
    }
}
