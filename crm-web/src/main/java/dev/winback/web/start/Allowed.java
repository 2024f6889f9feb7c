package dev.winback.web.start;

import dev.winback.shared.Country;
import dev.winback.shared.Hours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a setting of each type may be, in words. */
final class Allowed {

  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(LocalDate.class, "a date such as 2026-06-01"),
          Map.entry(LocalTime.class, "a time such as 02:00"),
          Map.entry(ZoneId.class, "a time zone such as Europe/Berlin"),
          Map.entry(Currency.class, "a currency of ISO 4217 such as EUR"),
          Map.entry(Hours.class, "hours such as 09:00-19:00, or 00:00-24:00 for always"),
          Map.entry(URI.class, "an address such as https://crm.example.com"),
          Map.entry(Duration.class, "a span of time such as 30s or 2m"),
          Map.entry(Path.class, "a directory"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(int.class, "a whole number"),
          Map.entry(Country.class, "a country of ISO 3166 in two letters such as DE"));

  private Allowed() {}

  static String of(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" or "));
    }
    return WORDS.getOrDefault(type, "a value of type " + type.getSimpleName());
  }
}
