package dev.winback.letter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed into a letter where a variable belongs: percents and days, in the languages
 * in which the program knows letters.
 */
final class TypedTerms {

  /** Goods are of 100 % cotton, and nothing is given away for nothing. */
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** A firm that was founded long ago says so. */
  private static final int YEARS = 5;

  private static final String GAP = "[\\s\\u00A0\\u202F]";

  private static final Pattern PERCENT =
      pattern(
          "(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{1,2})?)_*(?:%|per_?cent|pro[cz]ent|por_+ciento|pour_?cent)");

  private static final Pattern ISO = pattern("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
  private static final Pattern POINTS = pattern("\\b(\\d{1,2})\\._?(\\d{1,2})\\._?(\\d{4})\\b");
  private static final Pattern SLASHES = pattern("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      pattern(
          "\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?_+(?:de_+|of_+)?(\\p{L}{3,12})\\.?,?_+(?:de_+)?(\\d{4})\\b");
  private static final Pattern MONTH_FIRST =
      pattern("\\b(\\p{L}{3,12})\\.?_+(\\d{1,2})(?:st|nd|rd|th)?,?_+(\\d{4})\\b");

  private static final Map<String, Integer> MONTHS = months();

  private TypedTerms() {}

  /** A low line stands for a blank of whatever kind. */
  private static Pattern pattern(String text) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(text.replace("_", GAP), flags);
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (var language : LetterLanguages.KNOWN) {
      for (var month : Month.values()) {
        for (var style : TextStyle.values()) {
          var name = month.getDisplayName(style, Locale.forLanguageTag(language));
          months.put(name.toLowerCase(Locale.ROOT).replace(".", ""), month.getValue());
        }
      }
    }
    return months;
  }

  private static Stream<String> words(LetterTemplate letter) {
    return letter.texts().stream().map(text -> Variable.withoutTags(text.getValue()));
  }

  /** The first percent that is typed and is not this one. */
  static Optional<String> otherPercent(LetterTemplate letter, int percent) {
    var given = BigDecimal.valueOf(percent);
    return words(letter)
        .flatMap(text -> PERCENT.matcher(text).results())
        .map(found -> found.group(1).replace(',', '.'))
        .filter(typed -> new BigDecimal(typed).compareTo(given) != 0)
        .filter(typed -> new BigDecimal(typed).compareTo(WHOLE) != 0)
        .findFirst();
  }

  /** The first day that is typed and has passed. */
  static Optional<LocalDate> past(LetterTemplate letter, LocalDate today) {
    return words(letter)
        .flatMap(TypedTerms::days)
        .filter(day -> day.isBefore(today) && day.isAfter(today.minusYears(YEARS)))
        .findFirst();
  }

  private static Stream<LocalDate> days(String text) {
    return Stream.of(
            ISO.matcher(text).results().map(m -> day(m.group(1), m.group(2), m.group(3))),
            POINTS.matcher(text).results().map(m -> day(m.group(3), m.group(2), m.group(1))),
            SLASHES.matcher(text).results().map(TypedTerms::later),
            DAY_FIRST.matcher(text).results().map(m -> day(m.group(3), m.group(2), m.group(1))),
            MONTH_FIRST.matcher(text).results().map(m -> day(m.group(3), m.group(1), m.group(2))))
        .flatMap(days -> days)
        .flatMap(Optional::stream);
  }

  /** Day or month first: nobody knows, and only what has passed both ways has passed. */
  private static Optional<LocalDate> later(MatchResult m) {
    return Stream.of(
            day(m.group(3), m.group(2), m.group(1)), day(m.group(3), m.group(1), m.group(2)))
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo);
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    var number =
        month.matches("\\d+")
            ? Integer.valueOf(month)
            : Objects.requireNonNullElse(MONTHS.get(month.toLowerCase(Locale.ROOT)), 0);
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day)));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
