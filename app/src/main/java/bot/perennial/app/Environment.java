package bot.perennial.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How this process is configured. The only reader of environment variables.
 *
 * @param home the data folder
 * @param database a database somewhere else; empty for the embedded one
 * @param keyset what notes are encrypted with; empty for the one kept in the data folder
 * @param remarks what works but may not be what was meant, to be shown at start
 */
public record Environment(
        Path home,
        Optional<DatabaseAddress> database,
        Optional<Secret> keyset,
        Optional<Slack> slack,
        Optional<Discord> discord,
        Http http,
        LogFormat logFormat,
        List<String> remarks) {
    public Environment {
        remarks = List.copyOf(remarks);
    }

    /**
     * Where a database is, and who to be there.
     *
     * @param user empty when the address names one
     */
    public record DatabaseAddress(String url, String user, Secret password) {}

    /**
     * One Slack workspace.
     *
     * @param appToken for Socket Mode
     * @param signingSecret for HTTP mode
     */
    public record Slack(
            Secret botToken,
            Optional<Secret> appToken,
            Optional<Secret> signingSecret,
            Optional<URI> api,
            Set<String> responseHosts) {
        public Slack {
            responseHosts = Set.copyOf(responseHosts);
        }
    }

    /** One Discord bot. */
    public record Discord(Secret token, Optional<URI> api, Optional<URI> gateway) {}

    /**
     * Where to listen.
     *
     * @param metricsToken who shows it may read the metrics from another machine
     */
    public record Http(String host, int port, Optional<Secret> metricsToken) {
        public Http(String host, int port) {
            this(host, port, Optional.empty());
        }
    }

    /** How log lines look. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    /**
     * How the process that is running is configured.
     *
     * @throws Misconfigured naming everything that is wrong at once
     */
    public static Environment ofProcess() {
        return read(System.getenv());
    }

    /** The file that holds the keyset of the process that is running; none when a setting itself does. */
    static Optional<Path> keysetFileOfProcess() {
        return keysetFile(System.getenv());
    }

    static Optional<Path> keysetFile(Map<String, String> variables) {
        var settings = new Settings(variables);
        if (settings.given(Setting.PERENNIAL_ENCRYPTION_KEYSET)) {
            return settings.file(Setting.PERENNIAL_ENCRYPTION_KEYSET);
        }
        return Optional.of(KeysetFile.in(read(variables).home()).file());
    }

    /**
     * Reads variables, and the files that they name.
     *
     * @throws Misconfigured naming everything that is wrong at once
     */
    public static Environment read(Map<String, String> variables) {
        return new EnvironmentReader(new Settings(variables)).read();
    }
}
