package dev.winback.value;

import dev.winback.value.Buying.Spend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The days on which one customer bought, with what each brought in the firm's currency: {@link
 * Buying} of any day can be read off. Money in another currency counts for time alone.
 */
public final class PurchaseDays {

  private final String currency;
  private int[] days = new int[4];
  private double[] nets = new double[4];
  private int count;

  public PurchaseDays(String firmCurrency) {
    currency = firmCurrency;
  }

  /** The next counting purchase, net of refunds; purchases come in the order of time. */
  public PurchaseDays bought(LocalDate day, BigDecimal net, String currency) {
    int on = (int) day.toEpochDay();
    if (count == 0 || days[count - 1] != on) {
      begin(on);
    }
    if (currency.equals(this.currency)) {
      nets[count - 1] += net.doubleValue();
    }
    return this;
  }

  private void begin(int day) {
    if (count == days.length) {
      days = Arrays.copyOf(days, count * 2);
      nets = Arrays.copyOf(nets, count * 2);
    }
    days[count++] = day;
  }

  /** Whether the first purchase was on this day or before. */
  public boolean boughtBy(LocalDate day) {
    return count > 0 && days[0] <= day.toEpochDay();
  }

  /** Whether he bought later than the first day, up to the second. */
  boolean boughtBetween(LocalDate after, LocalDate until) {
    int bought = upTo(until);
    return bought > 0 && days[bought - 1] > after.toEpochDay();
  }

  /** What was known on this day, on which he had bought already. */
  public Buying until(LocalDate day) {
    if (!boughtBy(day)) {
      throw new IllegalArgumentException("nothing was bought by " + day);
    }
    int bought = upTo(day);
    return new Buying(
        bought - 1,
        (days[bought - 1] - days[0]) / Buying.WEEK,
        (day.toEpochDay() - days[0]) / Buying.WEEK,
        logGaps(bought),
        spend(bought));
  }

  private int upTo(LocalDate day) {
    int end = Arrays.binarySearch(days, 0, count, (int) day.toEpochDay());
    return end < 0 ? -end - 1 : end + 1;
  }

  private double logGaps(int bought) {
    double sum = 0;
    for (int i = 1; i < bought; i++) {
      sum += Math.log((days[i] - days[i - 1]) / Buying.WEEK);
    }
    return sum;
  }

  private Spend spend(int bought) {
    int paid = 0;
    double sum = 0;
    for (int i = 1; i < bought; i++) {
      if (nets[i] > 0) {
        paid++;
        sum += nets[i];
      }
    }
    return new Spend(paid, paid == 0 ? 0 : sum / paid, Math.max(nets[0], 0));
  }

  /** Days from the first to the second purchase, 0 as long as there is none. */
  int firstGap(LocalDate until) {
    return upTo(until) < 2 ? 0 : days[1] - days[0];
  }

  /** What the second day with a purchase brought, 0 as long as there is none. */
  double second(LocalDate until) {
    return upTo(until) < 2 ? 0 : Math.max(nets[1], 0);
  }
}
