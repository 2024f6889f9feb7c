package dev.winback.category;

import dev.winback.category.CategorySettings.Way;

/** Tells of one customer in which months he was a VIP and on which lists he stands. */
final class Vips {

  private final Cuts cuts;
  private final Members history;

  Vips(Cuts cuts, Members history) {
    this.cuts = cuts;
    this.history = history;
  }

  /** One bit for each complete month. */
  int months(Months m) {
    int bits = history.known() == 0 ? 0 : history.of(m.customer);
    for (int month = 0; month < Months.COMPLETE; month++) {
      bits |= !history.know(month) && takes(m, month) ? 1 << month : 0;
    }
    return bits;
  }

  /** By the figures of the month alone; the running one too. */
  boolean takes(Months m, int month) {
    return cuts.months().get(month).takes(m.month(cuts.settings().criterion(), month), m.customer);
  }

  /** On the list that ends with this month, when he was a VIP of these months. */
  boolean listed(Months m, int months, int last) {
    var settings = cuts.settings();
    if (settings.way() == Way.TOTAL) {
      return cuts.lists().get(last).takes(Cuts.sum(m, settings, last), m.customer);
    }
    int list = ((1 << settings.months()) - 1) << Math.max(0, last - settings.months() + 1);
    return (months & list & ((1 << (last + 1)) - 1)) != 0;
  }
}
