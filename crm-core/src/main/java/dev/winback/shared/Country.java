package dev.winback.shared;

import java.util.Locale;
import java.util.Set;

/** A country by its code of ISO 3166 in two letters. */
public record Country(String code) {

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  public Country {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException(code + " is no country of ISO 3166");
    }
  }

  public static Country valueOf(String text) {
    return new Country(text.strip().toUpperCase(Locale.ROOT));
  }
}
