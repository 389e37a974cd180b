package bot.perennial.discord;

import java.util.Locale;
import java.util.Map;

/** The country that a client's language suggests. Discord tells no zone, so this is where a guess starts. */
final class LocaleCountry {
    /** Languages that are spoken in one country before all others, as Discord names them. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("bg", "BG"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("de", "DE"),
            Map.entry("el", "GR"),
            Map.entry("fi", "FI"),
            Map.entry("hi", "IN"),
            Map.entry("hr", "HR"),
            Map.entry("hu", "HU"),
            Map.entry("it", "IT"),
            Map.entry("ja", "JP"),
            Map.entry("ko", "KR"),
            Map.entry("lt", "LT"),
            Map.entry("no", "NO"),
            Map.entry("pl", "PL"),
            Map.entry("ro", "RO"),
            Map.entry("th", "TH"),
            Map.entry("tr", "TR"),
            Map.entry("uk", "UA"),
            Map.entry("vi", "VN"));

    private LocaleCountry() {}

    /** An ISO 3166 code, empty when the language says nothing. */
    static String of(String locale) {
        var country = Locale.forLanguageTag(locale).getCountry();
        return country.length() == 2 ? country : COUNTRIES.getOrDefault(locale, "");
    }
}
