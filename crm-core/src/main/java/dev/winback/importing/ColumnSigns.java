package dev.winback.importing;

import java.util.regex.Pattern;

/** What the cells of one column show of its decimal sign. */
final class ColumnSigns {

  private static final Pattern ENDS_WITH_COMMA = Pattern.compile("[+-]?[\\d. ]*,\\d{1,2}");
  private static final Pattern HAS_POINT = Pattern.compile("[+-]?[\\d, ]*\\.\\d{1,2}");

  /** Currencies of three digits, of which nobody can tell them from thousands. */
  private static final Pattern FINE = Pattern.compile("(?i)BHD|IQD|JOD|KWD|LYD|OMR|TND");

  private static final Pattern POINTS_TWICE = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3}){2,}");
  private static final Pattern COMMAS_TWICE = Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){2,}");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,3}");
  private static final Pattern UNGROUPED = Pattern.compile("[+-]?\\d{4,}.*");

  private long filled;
  private long numbers;
  private long points;
  private long pointGroups;
  private long commaGroups;
  private long whole;
  private long ungrouped;
  private long exactPoints;
  private long exactCommas;
  private long fine;

  void add(String cell) {
    if (cell.isEmpty()) {
      return;
    }
    filled++;
    numbers += one(Numbers.parse(cell, '.') != null || Numbers.parse(cell, ',') != null);
    fine += one(cell.length() == 3 && FINE.matcher(cell).matches());
    whole += one(WHOLE.matcher(cell).matches());
    ungrouped += one(UNGROUPED.matcher(cell).matches());
    if (cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0) {
      look(cell);
    }
  }

  private void look(String cell) {
    points += one(matches(cell, HAS_POINT, COMMAS_TWICE));
    points -= one(matches(cell, ENDS_WITH_COMMA, POINTS_TWICE));
    pointGroups += one(Numbers.thousandsOrDecimals(cell, '.'));
    commaGroups += one(Numbers.thousandsOrDecimals(cell, ','));
    exactPoints += one(Numbers.exact(cell, '.'));
    exactCommas += one(Numbers.exact(cell, ','));
  }

  private static boolean matches(String cell, Pattern one, Pattern other) {
    return one.matcher(cell).matches() || other.matcher(cell).matches();
  }

  private static int one(boolean so) {
    return so ? 1 : 0;
  }

  private boolean isOfNumbers() {
    return numbers * 2 >= filled;
  }

  /**
   * How many more cells have a decimal point than a decimal comma; none where most cells are no
   * numbers at all.
   */
  long points() {
    return isOfNumbers() ? points + exactPoints - exactCommas : 0;
  }

  /** {@code 12.500} and {@code 1.200} beside {@code 850}, and all thousands are written so. */
  boolean grouped(char sign) {
    long groups = sign == '.' ? pointGroups : commaGroups;
    return isOfNumbers() && groups > 1 && whole > 0 && ungrouped == 0 && !exact(sign);
  }

  boolean fine() {
    return fine > 0;
  }

  boolean exact(char decimal) {
    return isOfNumbers() && (decimal == ',' ? exactCommas : exactPoints) > 0;
  }
}
