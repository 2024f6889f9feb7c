package dev.winback.importing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers of a workbook as people see them: the style of a cell says whether it is a date. */
final class CellStyles {

  private static final int SECONDS = 86_400;

  /** Digits that a spreadsheet shows; behind them stands the noise of binary fractions. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  /** What a number format has beside letters of dates: quoted text, colours, escaped signs. */
  private static final Pattern NO_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

  private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,20}");

  /** Spreadsheets have up to 65,490. */
  private static final int MOST = 65_500;

  private final Map<String, String> formats = new HashMap<>();
  private final List<String> styles = new ArrayList<>();
  private boolean inCells;

  void take(Xml xml) {
    if (xml.starts("numFmt")) {
      Workbook.refuseMore(formats.size(), MOST);
      formats.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
    } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
      inCells = xml.starts("cellXfs");
    } else if (inCells && xml.starts("xf")) {
      Workbook.refuseMore(styles.size(), MOST);
      styles.add(xml.attribute("numFmtId"));
    }
  }

  String number(String raw, String style, boolean since1904) {
    if (!raw.matches("[+-]?[0-9.]{1,40}([eE][+-]?[0-9]{1,3})?") || raw.matches("\\D*")) {
      return raw;
    }
    var number = parsed(raw);
    var format = format(style);
    if (number == null) {
      return raw;
    }
    return isDate(format) && number.signum() >= 0
        ? date(number, since1904)
        : plain(number, raw, format);
  }

  private static @org.jspecify.annotations.Nullable BigDecimal parsed(String raw) {
    try {
      return new BigDecimal(raw);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String format(String style) {
    int index = style.matches("\\d{1,6}") ? Integer.parseInt(style) : -1;
    var id = index >= 0 && index < styles.size() ? styles.get(index) : "";
    return formats.getOrDefault(id, built(id));
  }

  /** The built-in numbers of formats that are dates, also those of East Asia. */
  private static String built(String id) {
    int number = id.matches("\\d{1,3}") ? Integer.parseInt(id) : 0;
    boolean date = number >= 14 && number <= 17 || number == 22 || number >= 27 && number <= 31;
    boolean asian = number == 36 || number >= 50 && number <= 58;
    boolean time = number >= 18 && number <= 21 || number >= 32 && number <= 35;
    return date || asian ? "yyyy-mm-dd" : time ? "h:mm" : "";
  }

  private static boolean isDate(String format) {
    var letters = NO_LETTERS.matcher(format).replaceAll("");
    return letters.matches("(?is).*([ymdhs]).*") && !letters.matches("(?is).*general.*");
  }

  /** ISO: a day, a moment to the second, or below 1 a time of day. */
  private static String date(BigDecimal number, boolean since1904) {
    long seconds =
        number.multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP).longValue();
    long days = seconds / SECONDS;
    if (days > 2_958_465) {
      return number.toPlainString();
    }
    var time = LocalTime.ofSecondOfDay(seconds % SECONDS);
    if (days == 0 && !since1904) {
      return time.toString();
    }
    var day = day(days, since1904);
    return seconds % SECONDS == 0 ? day : day + " " + time;
  }

  /** The calendar of spreadsheets has a 29 February 1900, which is then told to be no day. */
  private static String day(long days, boolean since1904) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1).plusDays(days).toString();
    }
    return days == 60
        ? "1900-02-29"
        : LocalDate.of(1899, 12, 30).plusDays(days < 60 ? days + 1 : days).toString();
  }

  private static String plain(BigDecimal number, String raw, String format) {
    var text =
        raw.matches("-?\\d{1,20}") ? raw : number.round(SHOWN).stripTrailingZeros().toPlainString();
    boolean padded = LEADING_ZEROS.matcher(format).matches() && text.matches("\\d+");
    return padded ? "0".repeat(Math.max(0, format.length() - text.length())) + text : text;
  }
}
