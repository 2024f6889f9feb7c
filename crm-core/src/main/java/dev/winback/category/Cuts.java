package dev.winback.category;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The limits of a night, against which each customer is judged by himself: where A and B end, the
 * VIPs of each month by its number, the VIP lists by their last month where they come from sums,
 * and where the second category is cut.
 */
record Cuts(
    LocalDate day,
    CategorySettings settings,
    Cut a,
    Cut b,
    List<Cut> months,
    List<Cut> lists,
    Cut second,
    Averages averages,
    Totals totals,
    Fronts fronts) {

  /**
   * Who brought something in the year and how much by the criterion, in cents where it is money;
   * who bought in other currencies.
   */
  record Totals(int customers, long total, int foreignCustomers, int foreignPurchases) {}

  Cuts with(Cut second, Averages averages) {
    return new Cuts(day, settings, a, b, months, lists, second, averages, totals, fronts);
  }

  /** Without the months that are history once this night has settled them. */
  Cuts withoutHistory() {
    var list = new ArrayList<>(months);
    Collections.fill(list.subList(0, settings.firstMonth()), Cut.NOBODY);
    return new Cuts(day, settings, a, b, list, lists, second, averages, totals, fronts);
  }

  boolean total() {
    return settings.way() == CategorySettings.Way.TOTAL;
  }

  /** By the sum of the months of the list that ends with this one. */
  static long sum(Months months, CategorySettings settings, int last) {
    int from = Math.max(0, last - settings.months() + 1);
    return months.months(settings.criterion(), from, last);
  }

  /** The first list that is made anew each night; the one before it is what it is compared with. */
  static int firstList(CategorySettings settings) {
    return Math.max(Months.COMPLETE - settings.months(), settings.months());
  }
}
