package dev.winback.web.start;

import dev.winback.shared.Hours;
import java.net.URI;
import java.nio.file.Path;
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
      Map.of(
          LocalDate.class, "a date such as 2026-06-01",
          LocalTime.class, "a time such as 02:00",
          ZoneId.class, "a time zone such as Europe/Berlin",
          Currency.class, "a currency of ISO 4217 such as EUR",
          Hours.class, "hours such as 09:00-19:00, or 00:00-24:00 for always",
          URI.class, "an address such as https://crm.example.com",
          Path.class, "a directory",
          Boolean.class, "true or false",
          boolean.class, "true or false",
          int.class, "a whole number");

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
