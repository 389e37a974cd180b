package bot.perennial.app.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One life of the bot, from the start of its process to its violent end. */
final class Life implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final BufferedReader answers;
    private final int port;

    private Life(Process process) throws IOException {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = Optional.ofNullable(answers.readLine()).orElse("");
        port = line.startsWith("port ") ? Integer.parseInt(line.substring(5)) : 0;
    }

    /** Starts a process; one that is to die while it starts has no port. */
    static Life start(Class<?> program, List<String> arguments, Path log) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", // as the launch script has it
                "-cp",
                Archive.classPath(),
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + Archive.shared(),
                "-Xlog:disable",
                program.getName()));
        command.addAll(arguments);
        try {
            return new Life(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Waits until members are heard and can be reached. */
    void awaitReady() {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("Not ready within " + PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException e) {
            kill();
            throw new UncheckedIOException("It died before it was ready, with " + ended(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void tell(Instant time) {
        tell("time " + time);
    }

    /** Time stands still from here on, for those who otherwise let it flow. */
    void hold(Instant time) {
        tell("hold " + time);
    }

    void arm(CrashPoint point) {
        tell("arm " + point);
    }

    /** Until no memory is left. */
    void fill() {
        tell("fill");
    }

    /** As a power cut would. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** In order, when there is nothing more to be heard. */
    void leave() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ended();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** STOP holds it as a long pause would, CONT lets it go on. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether it dies by itself within some time. */
    boolean diesWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int ended() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private void tell(String line) {
        try {
            var out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            answers.readLine();
        } catch (IOException e) {
            if (!diesWithin(PATIENCE)) { // else it came to its point before it was told
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The class path as jars, because only they can be kept in an archive that makes starting cheap. */
    private static final class Archive {
        private static final String CLASS_PATH = packed();

        static String classPath() {
            return CLASS_PATH;
        }

        static Path shared() {
            return folder().resolve("classes.jsa");
        }

        /** An archive of other jars would be of no use, and not be made anew. */
        private static String packed() {
            try {
                Files.deleteIfExists(shared());
                return Jars.of(System.getProperty("java.class.path"), folder());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path folder() {
            var folder = new File("target/faults");
            folder.mkdirs();
            return folder.toPath().toAbsolutePath();
        }
    }
}
