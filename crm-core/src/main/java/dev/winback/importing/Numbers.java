package dev.winback.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people and spreadsheets write them; groups of thousands must be groups of three. */
final class Numbers {

  private static final Pattern POINT = form("\\.", "[, '\u00a0\u202f]");
  private static final Pattern COMMA = form(",", "[. '\u00a0\u202f]");
  private static final Pattern ENDS_WITH_COMMA = Pattern.compile("[+-]?[\\d. ]*,\\d{1,2}");
  private static final Pattern HAS_POINT = Pattern.compile("[+-]?[\\d, ]*\\.\\d{1,2}");

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

  /**
   * How many more cells of a column have a decimal point than a decimal comma; none where most
   * cells are no numbers at all.
   */
  static long points(List<String> cells) {
    long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
    long numbers = cells.stream().filter(Numbers::looksLikeOne).count();
    if (numbers * 2 < filled) {
      return 0;
    }
    long commas = cells.stream().filter(cell -> ENDS_WITH_COMMA.matcher(cell).matches()).count();
    return cells.stream().filter(cell -> HAS_POINT.matcher(cell).matches()).count() - commas;
  }

  private static boolean looksLikeOne(String cell) {
    return parse(cell, '.') != null || parse(cell, ',') != null;
  }
}
