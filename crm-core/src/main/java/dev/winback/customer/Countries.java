package dev.winback.customer;

import dev.winback.shared.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of countries by what files and people write: code, name, or a time zone. */
final class Countries {

  /** Languages in which a file may name a country, besides the country's own. */
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl");

  private static final Map<String, String> NAMES = names();

  /** IANA's zone.tab (public domain): zone and country. */
  private static final Map<String, String> ZONES = zones();

  private Countries() {}

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (var code : Locale.getISOCountries()) {
      var country = new Locale.Builder().setRegion(code).build();
      for (var language : LANGUAGES) {
        var name = country.getDisplayCountry(Locale.forLanguageTag(language));
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
      }
      names.putIfAbsent(country.getISO3Country().toLowerCase(Locale.ROOT), code);
    }
    for (var locale : Locale.getAvailableLocales()) {
      if (locale.getCountry().length() == 2) {
        names.putIfAbsent(
            locale.getDisplayCountry(locale).toLowerCase(Locale.ROOT), locale.getCountry());
      }
    }
    List.of(Locale.getISOCountries())
        .forEach(code -> names.put(code.toLowerCase(Locale.ROOT), code));
    names.put("uk", "GB");
    names.put("usa", "US");
    return names;
  }

  private static Map<String, String> zones() {
    var zones = new HashMap<String, String>();
    Sql.of(Countries.class, "zones.tsv")
        .lines()
        .map(line -> line.split("\t", 2))
        .forEach(line -> zones.put(line[0], line[1]));
    return zones;
  }

  static @Nullable String code(@Nullable String written) {
    return written == null ? null : NAMES.get(written.strip().toLowerCase(Locale.ROOT));
  }

  static @Nullable String ofZone(String zone) {
    return ZONES.get(zone);
  }
}
