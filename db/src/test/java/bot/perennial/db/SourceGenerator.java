package bot.perennial.db;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Writes the classes that name our tables, from a migrated embedded database. */
final class SourceGenerator {
    static final Path COMMITTED = Path.of("src/generated/java");

    private SourceGenerator() {}

    static void generate(String url, String user, String password, String schema, Path folder) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser(user).withPassword(password))
                .withGenerator(new Generator()
                        .withDatabase(database(schema))
                        .withGenerate(trimmed())
                        .withTarget(new Target()
                                .withPackageName("bot.perennial.db.generated")
                                .withDirectory(folder.toString()))));
    }

    private static org.jooq.meta.jaxb.Database database(String schema) {
        return new org.jooq.meta.jaxb.Database()
                .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                .withInputSchema(schema)
                .withOutputSchemaToDefault(true)
                .withUnsignedTypes(false)
                .withExcludes("(?i:QRTZ_.*|flyway_.*)")
                .withForcedTypes(
                        new ForcedType().withName("BOOLEAN").withIncludeTypes("(?i:tinyint\\(1\\))"),
                        new ForcedType()
                                .withUserType("java.time.Instant")
                                .withBinding("bot.perennial.db.InstantBinding")
                                .withIncludeTypes("(?i:datetime.*)"),
                        new ForcedType()
                                .withUserType("java.time.LocalDate")
                                .withBinding("bot.perennial.db.DayBinding")
                                .withIncludeTypes("(?i:date)"));
    }

    private static Generate trimmed() {
        return new Generate()
                .withRecords(false)
                .withPojos(false)
                .withDaos(false)
                .withComments(false)
                .withJavadoc(false)
                .withIndexes(false)
                .withKeys(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false)
                .withRelations(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withGlobalKeyReferences(false)
                .withGlobalIndexReferences(false)
                .withGeneratedAnnotation(false)
                .withWhereMethodOverrides(false)
                .withDeprecated(false)
                .withJavaTimeTypes(true);
    }
}
