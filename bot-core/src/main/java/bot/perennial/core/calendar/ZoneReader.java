package bot.perennial.core.calendar;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads where someone lives from a zone, a city or a country; an offset or an abbreviation such as {@code UTC+2} or
 * {@code EST} knows no clock changes, so it only narrows the choice down to regions.
 */
public final class ZoneReader {
    private static final int MOST = 6;
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)? ?([+-])(\\d{1,2})(?::?(\\d{2}))?");

    private static final List<String> NORTH_AMERICA =
            List.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");
    private static final List<String> EASTERN = List.of("America/New_York", "America/Toronto");
    private static final List<String> CENTRAL = List.of("America/Chicago", "America/Winnipeg", "America/Mexico_City");
    private static final List<String> MOUNTAIN = List.of("America/Denver", "America/Edmonton", "America/Phoenix");
    private static final List<String> PACIFIC = List.of("America/Los_Angeles", "America/Vancouver");
    private static final List<String> WEST_EUROPE = List.of("Europe/London", "Europe/Dublin", "Europe/Lisbon");
    private static final List<String> MIDDLE_EUROPE = List.of(
            "Europe/Paris", "Europe/Madrid", "Europe/Berlin", "Europe/Rome", "Europe/Warsaw", "Europe/Amsterdam");
    private static final List<String> EAST_EUROPE =
            List.of("Europe/Kyiv", "Europe/Athens", "Europe/Helsinki", "Europe/Bucharest");
    private static final List<String> EAST_AUSTRALIA =
            List.of("Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane");

    /** Names that more than one region answers to. */
    private static final Map<String, List<String>> SHARED = Map.ofEntries(
            entry("et", EASTERN),
            entry("est", EASTERN),
            entry("edt", EASTERN),
            entry("eastern", EASTERN),
            entry("est5edt", EASTERN),
            entry("ct", CENTRAL),
            entry("cst", List.of("America/Chicago", "America/Mexico_City", "Asia/Shanghai")),
            entry("cdt", CENTRAL),
            entry("central", CENTRAL),
            entry("cst6cdt", CENTRAL),
            entry("mt", MOUNTAIN),
            entry("mst", MOUNTAIN),
            entry("mdt", MOUNTAIN),
            entry("mountain", MOUNTAIN),
            entry("mst7mdt", MOUNTAIN),
            entry("pt", PACIFIC),
            entry("pst", PACIFIC),
            entry("pdt", PACIFIC),
            entry("pacific", PACIFIC),
            entry("pst8pdt", PACIFIC),
            entry("gmt", WEST_EUROPE),
            entry("bst", WEST_EUROPE),
            entry("wet", WEST_EUROPE),
            entry("west", WEST_EUROPE),
            entry("cet", MIDDLE_EUROPE),
            entry("cest", MIDDLE_EUROPE),
            entry("met", MIDDLE_EUROPE),
            entry("eet", EAST_EUROPE),
            entry("eest", EAST_EUROPE),
            entry("ist", List.of("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
            entry("jst", List.of("Asia/Tokyo")),
            entry("aest", EAST_AUSTRALIA),
            entry("aedt", EAST_AUSTRALIA),
            entry("us", NORTH_AMERICA),
            entry("usa", NORTH_AMERICA),
            entry("united states", NORTH_AMERICA),
            entry("canada", List.of("America/Toronto", "America/Vancouver", "America/Edmonton", "America/Halifax")),
            entry(
                    "australia",
                    List.of("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth")),
            entry("brazil", List.of("America/Sao_Paulo", "America/Manaus", "America/Recife")),
            entry("uk", List.of("Europe/London")),
            entry("georgia", List.of("Asia/Tbilisi", "America/New_York")),
            entry("cordoba", List.of("America/Argentina/Cordoba", "Europe/Madrid")),
            entry("san jose", List.of("America/Los_Angeles", "America/Costa_Rica")),
            entry("portland", List.of("America/Los_Angeles", "America/New_York")));

    private ZoneReader() {}

    /** The instant decides which regions an offset means: many are a different number of hours away in summer. */
    public static Reading read(String text, Instant now) {
        var tidy = TidyText.of(text);
        if (tidy.equals("utc") || tidy.equals("etc/utc")) {
            return new Reading.Read(ZoneId.of("UTC"));
        }
        return shared(tidy)
                .or(() -> ZoneTables.region(tidy.replace(' ', '_')).<Reading>map(Reading.Read::new))
                .or(() -> ZoneTables.place(beforeComma(tidy).replace('_', ' ')).<Reading>map(Reading.Read::new))
                .or(() -> offset(tidy).flatMap(offset -> candidates(there(offset, now))))
                .orElseGet(Reading.Unreadable::new);
    }

    /** Regions whose clocks show about this time now, by their biggest city; at most six. */
    public static List<ZoneId> guess(LocalTime theirClock, Instant now) {
        return regions(zone -> near(now.atZone(zone).toLocalTime(), theirClock)).toList();
    }

    /** The zone of a locale's country, when nearly all of the country shares it. */
    public static Optional<ZoneId> ofLocale(Locale locale) {
        return ZoneTables.country(locale.getCountry());
    }

    private static Optional<Reading> shared(String name) {
        return Optional.ofNullable(SHARED.get(name))
                .map(ids -> new Reading.Candidates(ids.stream().map(ZoneId::of).toList()));
    }

    private static String beforeComma(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(0, comma).stripTrailing();
    }

    private static Optional<ZoneOffset> offset(String text) {
        var parts = OFFSET.matcher(text.replace('−', '-'));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minutes = number(parts.group(2)) * 60 + number(parts.group(3));
        return minutes > 14 * 60 || number(parts.group(3)) > 59
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds("-".equals(parts.group(1)) ? -minutes * 60 : minutes * 60));
    }

    private static Predicate<ZoneId> there(ZoneOffset offset, Instant now) {
        return zone -> zone.getRules().getOffset(now).equals(offset);
    }

    private static Optional<Reading> candidates(Predicate<ZoneId> wanted) {
        var zones = regions(wanted).toList();
        return zones.isEmpty() ? Optional.empty() : Optional.of(new Reading.Candidates(zones));
    }

    private static Stream<ZoneId> regions(Predicate<ZoneId> wanted) {
        return ZoneTables.biggest().stream().filter(wanted).limit(MOST);
    }

    private static boolean near(LocalTime one, LocalTime other) {
        var apart = Duration.between(one, other).abs();
        return apart.compareTo(TOLERANCE) <= 0
                || apart.compareTo(Duration.ofDays(1).minus(TOLERANCE)) >= 0;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** What a text turned out to be. */
    public sealed interface Reading {
        record Read(ZoneId zone) implements Reading {}

        /** Regions to choose from, so that clock changes are known; at least one. */
        record Candidates(List<ZoneId> zones) implements Reading {
            public Candidates {
                zones = List.copyOf(zones);
            }
        }

        record Unreadable() implements Reading {}
    }
}
