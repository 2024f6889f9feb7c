package dev.winback.report;

/** The order of a list, and the same read from its end, for who stands in the middle of it. */
class Direction {

  private static final String TIE = ", (?=[lck]\\.(id|customer_id))";

  private Direction() {}

  /** What the list is ordered by, without the number that settles ties. */
  static String value(String order) {
    return order.split(TIE)[0].replace(" desc", "");
  }

  static String reversed(String order) {
    if (order.contains(" desc")) {
      return order.replace(" desc", "");
    }
    var parts = order.split(TIE);
    return parts[0] + " desc, " + parts[1] + " desc";
  }

  /** The rows before a place instead of those after it. */
  static String before(String after) {
    return after.contains(") < (")
        ? after.replace(") < (", ") > (")
        : after.replace(") > (", ") < (");
  }
}
