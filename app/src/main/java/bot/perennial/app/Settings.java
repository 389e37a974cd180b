package bot.perennial.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The raw values of all settings, from variables, from a file, and from the files that variables name. */
final class Settings {
    private static final int LONGEST_FILE = 64 * 1024;

    private static final String QUOTES = "\"'“”„‘’«»";
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{C}]+|[\\s\\p{Z}\\p{C}]+$");

    private final Map<String, String> variables = new HashMap<>();
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> environment) {
        Optional.ofNullable(environment.get(Setting.FILE)).ifPresent(this::readFile);
        for (var setting : Setting.values()) {
            take(environment, setting.name());
            if (setting.secret()) {
                take(environment, setting.fileName());
            }
        }
        for (var setting : Setting.values()) {
            read(setting);
        }
    }

    /** What the setting says, if it is set and can be read. */
    Optional<String> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** Whether anything was given for it, readable or not. */
    boolean given(Setting setting) {
        return variables.containsKey(setting.name()) || variables.containsKey(setting.fileName());
    }

    /** The file that holds it, if a file does. */
    Optional<Path> file(Setting setting) {
        return Optional.ofNullable(variables.get(setting.fileName())).map(named -> Path.of(named.strip()));
    }

    void problem(String words) {
        problems.add(words);
    }

    List<String> problems() {
        return problems;
    }

    private void take(Map<String, String> environment, String name) {
        Optional.ofNullable(environment.get(name)).ifPresent(value -> variables.put(name, value));
    }

    private void readFile(String named) {
        var lines =
                content(Setting.FILE, named).map(text -> text.lines().toList()).orElse(List.of());
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var equals = line.indexOf('=');
            var name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (equals < 0) {
                problem(Setting.FILE + ": line " + (i + 1)
                        + " of the file is not NAME=value; start it with # if it is a remark.");
            } else if (Setting.named(name).isEmpty()) {
                problem(Setting.FILE + ": line " + (i + 1) + " of the file sets something that doesn't exist"
                        + Suggestion.of(name)
                                .map(known -> "; did you mean " + known + "?")
                                .orElse("; take it out."));
            } else {
                variables.put(name, line.substring(equals + 1).strip());
            }
        }
    }

    private void read(Setting setting) {
        var direct = Optional.ofNullable(variables.get(setting.name()));
        var file = Optional.ofNullable(variables.get(setting.fileName()));
        if (direct.isPresent() && file.isPresent()) {
            problem(setting.name() + " and " + setting.fileName() + " are both set; keep one of them.");
            return;
        }
        direct.ifPresent(value -> keep(setting, setting.name(), value));
        file.flatMap(path -> content(setting.fileName(), path))
                .ifPresent(value -> keep(setting, setting.fileName(), bare(value)));
    }

    private void keep(Setting setting, String name, String value) {
        if (bare(value).isEmpty()) {
            problem(name + " is set but empty; give it a value, or unset it.");
        } else if (!value.equals(bare(value))) {
            problem(name + " has spaces or line breaks around its value; take them off.");
        } else if (quoted(value)) {
            problem(name + " has quotation marks around its value; take them off.");
        } else {
            values.put(setting, value);
        }
    }

    /** Without spaces, line breaks and what can't be seen, around it. */
    private static String bare(String value) {
        return AROUND.matcher(value).replaceAll("");
    }

    private static boolean quoted(String value) {
        return value.length() > 1
                && QUOTES.indexOf(value.charAt(0)) >= 0
                && QUOTES.indexOf(value.charAt(value.length() - 1)) >= 0;
    }

    private Optional<String> content(String name, String named) {
        try {
            var path = Path.of(named.strip());
            if (named.isBlank() || !Files.isRegularFile(path)) {
                problem(name + " names a file that doesn't exist; check the path.");
            } else if (Files.size(path) > LONGEST_FILE) {
                problem(name + " names a file of more than 64 KiB; that can't be the right one.");
            } else {
                return Optional.of(Files.readString(path));
            }
        } catch (MalformedInputException e) {
            problem(name + " names a file that is not text in UTF-8; that can't be the right one.");
        } catch (InvalidPathException e) {
            problem(name + " is not a path; check it.");
        } catch (IOException e) {
            problem(name + " names a file that can't be read; check its permissions.");
        }
        return Optional.empty();
    }
}
