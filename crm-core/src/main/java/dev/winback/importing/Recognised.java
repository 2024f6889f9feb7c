package dev.winback.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised in a file, word by word: the format, the decimal sign, the order of dates,
 * the encoding (or xlsx) and the separator (or the sheet).
 */
public record Recognised(
    String format, String decimal, String dates, String encoding, String separator) {

  static final String COMMA = "comma";
  static final String MONTH_FIRST = "month-first";

  private static final String BETWEEN = "; ";

  /** The sheet stands last: its name may have anything in it. */
  static @Nullable Recognised of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var words = text.split(BETWEEN, 5);
    return new Recognised(words[0], words[1], words[2], words[3], words[4]);
  }

  Notation notation() {
    return new Notation(decimal.equals(COMMA) ? ',' : '.', dates.equals(MONTH_FIRST), false, false);
  }

  public boolean workbook() {
    return encoding.equals(XlsxSource.ENCODING);
  }

  /** One line for scripts, which stays as it is. */
  public String text() {
    return String.join(BETWEEN, List.of(format, decimal, dates, encoding, separator));
  }
}
