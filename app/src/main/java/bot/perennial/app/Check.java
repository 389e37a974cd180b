package bot.perennial.app;

import java.io.PrintStream;

/** Looks for what would keep the bot from working, and says how to mend it. */
final class Check {
    private final PrintStream output;

    Check(PrintStream output) {
        this.output = output;
    }

    /** Answers the exit code; what is wrong with the settings has been found before. */
    int run(Environment environment) {
        output.println("Settings: well.");
        environment.remarks().forEach(output::println);
        try (var memory = Memory.open(environment, environment.home(), output::println)) {
            var problems = memory.database().problems();
            problems.forEach(problem -> output.println("Database: " + problem));
            if (problems.isEmpty()) {
                output.println("Database: well.");
            }
            var probes = new Probes(environment).run();
            probes.forEach(probe -> output.println(probe.words()));
            var well = problems.isEmpty() && probes.stream().allMatch(Probes.Probe::well);
            return well ? 0 : Misconfigured.EXIT_CODE;
        }
    }
}
