package dev.winback.letter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables a template may use; nothing else can be reached from a template. */
public enum Variable {
  FIRST_NAME(true),
  LAST_NAME(true),
  /** Company, else the full name. */
  NAME(true),
  LAST_PURCHASE_DAY(false),
  /** Of some purchases only the day is known. */
  LAST_PURCHASE_TIME(true),
  LAST_PURCHASE_GOODS(true),
  SILENT_DAYS(false),
  PERCENT(false),
  /** What the letter gives, in words; without words the percent. */
  OFFER(false),
  COUPON(false),
  VALID_UNTIL(false),
  /** The member who is responsible for the customer. */
  RESPONSIBLE(true),
  FIRM(false);

  private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  private final boolean mayBeMissing;

  Variable(boolean mayBeMissing) {
    this.mayBeMissing = mayBeMissing;
  }

  /** True when some customers have no value, so that a template needs words for them. */
  public boolean mayBeMissing() {
    return mayBeMissing;
  }

  /** True for what a letter without a coupon cannot fill. */
  boolean ofOffer() {
    return this == PERCENT || this == OFFER || this == COUPON || this == VALID_UNTIL;
  }

  /** The name in a template: {@code last_purchase_day}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Variable> ofCode(String code) {
    return Arrays.stream(values()).filter(v -> v.code().equals(code)).findFirst();
  }

  /** The names of the variables in a text, in order of appearance. */
  static Set<String> namesIn(String text) {
    var names = new LinkedHashSet<String>();
    TAG.matcher(text).results().forEach(tag -> names.add(tag.group(1)));
    return names;
  }

  /** The text without its variables; braces that are left over belong to no variable. */
  static String withoutTags(String text) {
    return TAG.matcher(text).replaceAll("");
  }

  /** The text with these values in the places of their names. */
  static String in(String text, Map<String, String> values) {
    return TAG.matcher(text)
        .replaceAll(tag -> Matcher.quoteReplacement(values.getOrDefault(tag.group(1), "")));
  }

  /** A value for every variable: the customer's own, else the template's words, else nothing. */
  static Map<String, String> filled(Map<String, String> known, Map<String, String> fallbacks) {
    var filled = new HashMap<String, String>();
    for (var variable : values()) {
      var own = known.getOrDefault(variable.code(), "");
      filled.put(
          variable.code(), own.isEmpty() ? fallbacks.getOrDefault(variable.code(), "") : own);
    }
    return Map.copyOf(filled);
  }
}
