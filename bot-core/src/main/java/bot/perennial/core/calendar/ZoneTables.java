package bot.perennial.core.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ENGLISH;
import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known about zones beyond their rules: big cities, countries, older names. */
final class ZoneTables {
    private static final Map<String, String> NEWER = pairs("aliases.txt");
    private static final Map<String, String> COUNTRIES = pairs("countries.txt");
    private static final Map<String, ZoneId> REGIONS = regions();
    private static final Map<String, String> CITIES = pairs("cities.txt");
    private static final List<ZoneId> BIGGEST = CITIES.keySet().stream()
            .flatMap(id -> region(id.toLowerCase(ROOT)).stream())
            .toList();
    private static final Map<String, ZoneId> PLACES = places();

    private ZoneTables() {}

    /** A region by its identifier in lower case, under the name it has today. */
    static Optional<ZoneId> region(String id) {
        return Optional.ofNullable(REGIONS.get(id));
    }

    /** A zone by the name of a city, or of a country that has only one. */
    static Optional<ZoneId> place(String name) {
        return Optional.ofNullable(PLACES.get(name));
    }

    static Optional<ZoneId> country(String code) {
        return Optional.ofNullable(COUNTRIES.get(code)).flatMap(id -> region(id.toLowerCase(ROOT)));
    }

    /** The zones of well-known cities, the biggest city first. */
    static List<ZoneId> biggest() {
        return BIGGEST;
    }

    private static Map<String, ZoneId> regions() {
        var regions = new HashMap<String, ZoneId>();
        for (var id : ZoneId.getAvailableZoneIds()) {
            if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
                regions.put(id.toLowerCase(ROOT), ZoneId.of(NEWER.getOrDefault(id, id)));
            }
        }
        return Map.copyOf(regions);
    }

    private static Map<String, ZoneId> places() {
        var places = new HashMap<String, ZoneId>();
        COUNTRIES.keySet().forEach(code -> country(code).ifPresent(zone -> places.put(name(code), zone)));
        REGIONS.forEach(
                (id, zone) -> places.put(id.substring(id.lastIndexOf('/') + 1).replace('_', ' '), zone));
        CITIES.forEach((id, names) -> region(id.toLowerCase(ROOT)).ifPresent(zone -> {
            for (var name : names.split(", ", -1)) {
                places.put(name, zone);
            }
        }));
        places.remove("");
        return Map.copyOf(places);
    }

    private static String name(String country) {
        return Locale.of("", country).getDisplayCountry(ENGLISH).toLowerCase(ROOT);
    }

    /** The first word of each line and what follows it, in the file's order. */
    private static Map<String, String> pairs(String file) {
        var pairs = new LinkedHashMap<String, String>();
        var stream = requireNonNull(ZoneTables.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int space = line.indexOf(' ');
                pairs.put(space < 0 ? line : line.substring(0, space), space < 0 ? "" : line.substring(space + 1));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pairs;
    }
}
