package dev.winback.value;

import dev.winback.shared.Money;
import java.math.BigDecimal;

/** What a customer is worth in purchases to come, science.md (9). */
public final class LifetimeValue {

  /** Weeks of a month. */
  private static final double MONTH = 4.345;

  /** DEC-15, published: a second lifetime brought 1,410 where the first had brought 1,262. */
  public static final double PUBLISHED_SECOND_LIFETIME = 1_410.0 / 1_262.0;

  private LifetimeValue() {}

  /** DEC-10, the plain estimate: years times purchases a year times the usual purchase. */
  public static Money plain(int years, int purchasesAYear, Money purchase) {
    var times = BigDecimal.valueOf((long) years * purchasesAYear);
    return new Money(purchase.amount().multiply(times), purchase.currency());
  }

  /** Purchases to come of a customer who is alive, each discounted to today. */
  static double purchases(Cnbd model, int repeats, double age, ValueTerms terms) {
    double sum = 0;
    double before = 0;
    double discount = 1;
    for (int month = 1; month <= terms.months(); month++) {
      double until = NbdSeries.expected(model, repeats, age, MONTH * month);
      discount /= 1 + terms.monthlyRate();
      sum += (until - before) * discount;
      before = until;
    }
    return sum;
  }
}
