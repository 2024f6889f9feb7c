package dev.winback.importing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people write it: with the sign or the letters of its currency before or behind it,
 * below zero by a minus on either side or by brackets.
 */
record Priced(String number, String sign) {

  private static final int LONGEST = 40;
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("zł", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("fr", "CHF"),
          Map.entry("₹", "INR"),
          Map.entry("₽", "RUB"),
          Map.entry("₺", "TRY"),
          Map.entry("₴", "UAH"),
          Map.entry("us$", "USD"),
          Map.entry("r$", "BRL"));

  private static final String SPACE = "[\\s\u00a0\u202f]*";
  private static final String MINUS = SPACE + "([+\u2212-]?)" + SPACE;
  private static final String SIGN = "(\\p{L}{0,2}\\p{Sc}|\\p{L}{1,3}\\.?|)";

  private static final Pattern FORM =
      Pattern.compile(
          "(\\(?)"
              + (MINUS + SIGN + MINUS)
              + "(\\d[\\d.,'\u00a0\u202f ]*?)"
              + (MINUS + SIGN + MINUS)
              + "(\\)?)");

  /** Null for what is no amount with a sign, or has two of one sort. */
  static @Nullable Priced of(String text) {
    var form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      return null;
    }
    boolean brackets = !form.group(1).isEmpty();
    var minus = form.group(2) + form.group(4) + form.group(6) + form.group(8);
    if (minus.length() > (brackets ? 0 : 1) || brackets == form.group(9).isEmpty()) {
      return null;
    }
    boolean belowZero = brackets || !minus.isEmpty() && !minus.equals("+");
    var sign = (form.group(3) + form.group(7)).replace(".", "");
    boolean twice = !form.group(3).isEmpty() && !form.group(7).isEmpty();
    return twice ? null : new Priced((belowZero ? "-" : "") + form.group(5), sign);
  }

  /** The number alone where the letters beside it are money and no pieces or thousands. */
  static String bare(String text) {
    if (text.isEmpty() || isDigit(text.charAt(0)) && isDigit(text.charAt(text.length() - 1))) {
      return text;
    }
    var priced = of(text);
    return priced == null || !priced.money() ? text : priced.number();
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private boolean money() {
    boolean symbol =
        sign.codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    return sign.isEmpty() || symbol || sign.equalsIgnoreCase("kr") || currency() != null;
  }

  /** Null where the sign is that of many: $, kr. */
  @Nullable String currency() {
    var known = SIGNS.get(sign.toLowerCase(Locale.ROOT));
    var code = known != null || sign.length() != 3 ? null : Sums.currency(sign);
    return code == null ? known : code.getCurrencyCode();
  }
}
