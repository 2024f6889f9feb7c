package dev.winback.signal;

import dev.winback.category.VipStanding;
import java.time.YearMonth;

/** How a customer stands with the list of December to May; money in euros. */
record AVip(boolean vip, long before, int payments, long last, long margin, long ofMargin) {

  /** Paid so much in so many of the five months before May, and so much in May. */
  static AVip paid(long before, int payments, long last) {
    return new AVip(true, before, payments, last, 0, 0);
  }

  AVip earning(long earned, long ofThat) {
    return new AVip(vip, before, payments, last, earned, ofThat);
  }

  AVip fallen() {
    return new AVip(false, before, payments, last, margin, ofMargin);
  }

  VipStanding standing() {
    return standing(6);
  }

  VipStanding standing(int months) {
    return new VipStanding(
        1,
        vip,
        true,
        YearMonth.of(2026, 5),
        months,
        100 * (before + last),
        100 * last,
        payments,
        100 * margin,
        100 * ofMargin,
        "EUR");
  }
}
