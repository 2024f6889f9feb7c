package dev.winback.importing;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Months as shops name them, long and short (CLDR), with the short forms of other versions. */
final class MonthNames {

  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final Map<String, Integer> NUMBERS = numbers();

  private MonthNames() {}

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (var month : Month.values()) {
      for (var language : LANGUAGES) {
        for (var style : STYLES) {
          var name = month.getDisplayName(style, Locale.forLanguageTag(language));
          numbers.put(plain(name), month.getValue());
        }
      }
    }
    numbers.putAll(Map.of("sep", 9, "sept", 9, "mär", 3, "mrz", 3, "mrt", 3, "jun", 6, "jul", 7));
    return numbers;
  }

  private static String plain(String name) {
    return name.replace(".", "").toLowerCase(Locale.ROOT);
  }

  static @Nullable Integer number(String name) {
    return NUMBERS.get(plain(name));
  }
}
