package dev.winback.importing;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people and spreadsheets write them; groups of thousands must be groups of three. */
final class Numbers {

  private static final Pattern POINT = form("\\.", "[, '\u00a0\u202f]");
  private static final Pattern COMMA = form(",", "[. '\u00a0\u202f]");
  private static final Pattern POINT_AND_THREE = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");
  private static final Pattern COMMA_AND_THREE = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
  private static final Pattern EXACT_POINT =
      Pattern.compile("[+-]?(0|\\d{4,})\\.\\d{3}|[+-]?\\d+\\.\\d{4,}");
  private static final Pattern EXACT_COMMA =
      Pattern.compile("[+-]?(0|\\d{4,}),\\d{3}|[+-]?\\d+,\\d{4,}");

  private Numbers() {}

  private static Pattern form(String decimal, String group) {
    return Pattern.compile(
        "([+-]?)(\\d+|\\d{1,3}(?:(" + group + ")\\d{3})(?:\\3\\d{3})*)(?:" + decimal + "(\\d+))?");
  }

  /** Null when it is no number in this notation. */
  static @Nullable BigDecimal parse(String text, char decimal) {
    var plain = Plain.number(text, decimal);
    return plain != null ? plain : matched(text, decimal);
  }

  static @Nullable BigDecimal matched(String text, char decimal) {
    var form = (decimal == ',' ? COMMA : POINT).matcher(text);
    if (text.length() > 40 || !form.matches()) {
      return null;
    }
    var digits = form.group(2).replaceAll("\\D", "");
    var fraction = form.group(4) == null ? "" : "." + form.group(4);
    return new BigDecimal(form.group(1) + digits + fraction);
  }

  /** {@code 12.500}: thousands for one reader, decimals for the other. */
  static boolean thousandsOrDecimals(String text, char sign) {
    return (sign == ',' ? COMMA_AND_THREE : POINT_AND_THREE).matcher(text).matches();
  }

  /** Three decimals or more that cannot be thousands: {@code 0.850}, {@code 1200.500}. */
  static boolean exact(String text, char sign) {
    return (sign == ',' ? EXACT_COMMA : EXACT_POINT).matcher(text).matches();
  }
}
