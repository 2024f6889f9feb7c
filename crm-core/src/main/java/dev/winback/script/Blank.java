package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is filled into a text, in braces; nothing in a text is ever run. */
public enum Blank {
  /** Of the customer's person, with how to say it where that is known. */
  NAME,
  /** Our own firm. */
  FIRM,
  /** Who calls. */
  REP,
  /** Who calls can be reached here. */
  PHONE,
  /** Days of silence. */
  DAYS,
  /** What he bought last. */
  GOODS,
  /** Today in words. */
  DAY;

  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  /** The word between the braces. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static void requireKnown(String text) {
    var unknown =
        BRACES
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .filter(word -> Arrays.stream(values()).noneMatch(blank -> blank.code().equals(word)))
            .findFirst();
    if (unknown.isPresent()) {
      throw Refused.field("words", "script.refused.blank", unknown.get(), all());
    }
  }

  private static String all() {
    return Arrays.stream(values())
        .map(blank -> "{" + blank.code() + "}")
        .collect(Collectors.joining(" "));
  }

  /** What is not known leaves three dots to be said by heart. */
  static String fill(String text, Map<Blank, String> known) {
    return BRACES
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), known)));
  }

  private static String value(String word, Map<Blank, String> known) {
    return Arrays.stream(values())
        .filter(blank -> blank.code().equals(word))
        .map(blank -> known.getOrDefault(blank, "…"))
        .findFirst()
        .orElse("{" + word + "}");
  }
}
