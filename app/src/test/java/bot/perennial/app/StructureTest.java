package bot.perennial.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {
    private static final Path ROOT = Path.of("..");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("bot.perennial");

    @Test
    void modulesMeetOnlyInTheCore() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("bot.perennial.core..")
                .layer("db")
                .definedBy("bot.perennial.db..")
                .layer("slack")
                .definedBy("bot.perennial.slack..")
                .layer("discord")
                .definedBy("bot.perennial.discord..")
                .layer("app")
                .definedBy("bot.perennial.app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("db")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("slack")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("discord")
                .mayOnlyBeAccessedByLayers("app")
                .because("a platform can then be added, or a database replaced, without touching the others")
                .check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "slack", "discord", "app"})
    void packagesFormNoCycles(String module) {
        slices().matching("bot.perennial." + module + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that can't be read alone can't be changed alone")
                .allowEmptyShould(true)
                .check(PRODUCT.that(resideOutsideOfPackage("..generated..")));
    }

    @Test
    void onlyTheProgramReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("bot.perennial.app..")
                .should()
                .callMethodWhere(readsTheClock())
                .because("time is an InstantSource made once, so that a test can move it")
                .check(PRODUCT);
    }

    @Test
    void onlyTheDatabaseModuleSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("bot.perennial.db..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "org.flywaydb..", "com.zaxxer..", "com.google.crypto.tink..")
                .because("nothing outside db may depend on how things are stored")
                .check(PRODUCT);
    }

    @Test
    void onlyTheScheduleKnowsQuartz() {
        noClasses()
                .that()
                .resideOutsideOfPackage("bot.perennial.app.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quartz..")
                .because("Quartz only wakes us; what is due is decided by our tables")
                .check(PRODUCT);
    }

    @Test
    void onlyTheEnvironmentReadsTheEnvironment() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Environment.class.getName())
                .should()
                .callMethodWhere(target(owner(name("java.lang.System"))).and(target(name("getenv"))))
                .because("every setting is read, checked and reported in one place")
                .check(PRODUCT);
    }

    @Test
    void nothingReadsJavaObjectsFromBytes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .because("bytes that may become any object become the attacker's")
                .check(PRODUCT);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        classes()
                .that()
                .resideOutsideOfPackage("..generated..")
                .should(new InMarkedPackage())
                .because("NullAway checks only marked packages")
                .check(PRODUCT);
    }

    @Test
    void noFileIsTooLongToReadInOneGo() throws IOException {
        var tooLong = new ArrayList<String>();
        try (var files = Files.walk(ROOT, 20)) {
            for (var file : files.filter(StructureTest::written).toList()) {
                if (Files.readAllLines(file).size() > 300) {
                    tooLong.add(file.toString());
                }
            }
        }
        assertThat(tooLong).as("files over 300 lines: split them").isEmpty();
    }

    private static boolean written(Path file) {
        var path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/") && !path.contains("/src/generated/");
    }

    private static DescribedPredicate<JavaCall<?>> readsTheClock() {
        return DescribedPredicate.describe("read the clock", call -> {
            var type = call.getTargetOwner();
            if (type.getPackageName().equals("java.time")) {
                return List.of("now", "system", "systemUTC", "systemDefaultZone")
                        .contains(call.getName());
            }
            return switch (type.getName()) {
                case "java.lang.System" -> call.getName().equals("currentTimeMillis");
                case "java.util.Date", "java.util.GregorianCalendar" ->
                    call.getName().equals("<init>");
                default -> false;
            };
        });
    }
}
