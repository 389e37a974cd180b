package bot.perennial.bench;

import bot.perennial.bench.commands.CommandSection;
import bot.perennial.bench.commands.TogetherSection;
import bot.perennial.bench.delivery.DeliverySection;
import bot.perennial.bench.instances.InstancesSection;
import bot.perennial.bench.measure.Report;
import bot.perennial.bench.planning.Planning;
import bot.perennial.bench.words.WordSection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs the sections that are named, or all of them, and ends with 0 only when no goal was missed.
 *
 * <p>Settings: {@code bench.short} for a brief run, {@code bench.renew} to write the figures into the document.
 */
public final class Main {
    static final List<Section> SECTIONS = List.of(
            new Floor(),
            new CommandSection(),
            new Planning(),
            new DeliverySection(),
            new InstancesSection(),
            new TogetherSection(),
            new WordSection(),
            new Startup());

    private static final Path RESULTS = Path.of("target", "bench");
    private static final Path DOCUMENT = Path.of("..", "docs", "performance.md");

    private Main() {}

    public static void main(String[] names) throws Exception {
        var sections = chosen(names);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var report = new Report(out);
        var extent = Boolean.getBoolean("bench.short") ? Bench.Extent.BRIEF : Bench.Extent.FULL;
        try (var server = server()) {
            var start = Instant.now();
            report.say("On " + server.version() + ", " + Machine.words() + ". Load before: " + Machine.load() + ".");
            for (var section : sections) {
                section.measure(new Bench(server, report, extent));
            }
            var minutes = Duration.between(start, Instant.now()).toSeconds() / 60.0;
            report.say(String.format(Locale.ROOT, "It took %.1f minutes. Load after: %s.", minutes, Machine.load()));
            report.close();
            write(report, server.version().replaceFirst(" .*", "").toLowerCase(Locale.ROOT));
        }
        System.exit(report.allMet() ? 0 : 1);
    }

    private static Server server() throws Exception {
        var named = Optional.ofNullable(System.getenv("PERENNIAL_TEST_DATABASE_URL"))
                .filter(url -> !url.isBlank());
        return named.isPresent() ? Server.named(named.get()) : Server.embedded(Path.of("target", "bench-database"));
    }

    private static List<Section> chosen(String[] names) {
        var wanted = Arrays.stream(names)
                .flatMap(name -> Arrays.stream(name.split(",", -1)))
                .filter(name -> !name.isBlank())
                .toList();
        var known = SECTIONS.stream().map(Section::name).toList();
        var unknown = wanted.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No section is called " + unknown + "; there are " + known);
        }
        return wanted.isEmpty()
                ? SECTIONS
                : SECTIONS.stream()
                        .filter(section -> wanted.contains(section.name()))
                        .toList();
    }

    private static void write(Report report, String server) throws IOException {
        Files.createDirectories(RESULTS);
        Files.writeString(RESULTS.resolve(server + ".txt"), report.text());
        Files.writeString(RESULTS.resolve(server + ".md"), report.markdown());
        if (Boolean.getBoolean("bench.renew")) {
            Files.writeString(DOCUMENT, Region.replaced(Files.readString(DOCUMENT), server, report.markdown()));
        }
    }
}
