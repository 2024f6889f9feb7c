package dev.winback.value;

import dev.winback.purchase.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Customers who buy and leave exactly as the model says, from a seed: rates Gamma(r, alpha),
 * leaving Beta(a, b), gaps Erlang-k, amounts Gamma-Gamma(6, 4, 15), the first purchase on any day
 * of two years before {@link #END}.
 */
public final class SimulatedFirm {

  static final LocalDate END = LocalDate.of(2026, 6, 1);
  private static final int DAYS = 728;

  private final Cnbd truth;
  private final RandomDataGenerator random;

  private SimulatedFirm(Cnbd truth, long seed) {
    this.truth = truth;
    random = new RandomDataGenerator(seed);
  }

  static List<PurchaseDays> of(int customers, Cnbd truth, long seed) {
    var firm = new SimulatedFirm(truth, seed);
    return IntStream.range(0, customers).mapToObj(i -> firm.customer().days()).toList();
  }

  /** The same with the days themselves, for whoever stores them. */
  static List<Customer> customers(int customers, Cnbd truth, long seed) {
    var firm = new SimulatedFirm(truth, seed);
    return IntStream.range(0, customers).mapToObj(i -> firm.customer()).toList();
  }

  /** What a firm has sold in which everybody leaves after any purchase, as it would be told. */
  public static List<Purchase> purchases(int customers, long seed, ZoneId zone) {
    var told = new ArrayList<Purchase>();
    var firm = customers(customers, new Cnbd(DropOut.AFTER_EVERY, 1, 1, 3, 0.6, 3), seed);
    for (int i = 0; i < firm.size(); i++) {
      for (var p : firm.get(i).purchases()) {
        var at = p.day().atTime(12, 0).atZone(zone).toInstant();
        told.add(Purchase.paid("C-" + i, "test", "p" + told.size(), at, p.amount(), "EUR"));
      }
    }
    return told;
  }

  record Bought(LocalDate day, BigDecimal amount) {}

  record Customer(List<Bought> purchases) {

    PurchaseDays days() {
      var days = new PurchaseDays("EUR");
      purchases.forEach(
          p -> days.bought(p.day(), p.amount().movePointRight(2).longValueExact(), "EUR"));
      return days;
    }
  }

  private Customer customer() {
    double rate = random.nextGamma(truth.r(), 1 / truth.alpha()) / Buying.WEEK;
    double leaves = random.nextBeta(truth.a(), truth.b());
    double nu = random.nextGamma(4, 1 / 15.0);
    double day = random.nextInt(0, DAYS);
    var bought = new ArrayList<Bought>();
    boolean stays = true;
    while (day <= DAYS && stays) {
      bought.add(new Bought(END.minusDays(DAYS).plusDays((long) day), amount(nu)));
      stays = bought.size() == 1 && truth.dropOut().d() == 0 || random.nextUniform(0, 1) >= leaves;
      day += random.nextGamma(truth.k(), 1 / rate);
    }
    return new Customer(bought);
  }

  private BigDecimal amount(double nu) {
    return BigDecimal.valueOf(random.nextGamma(6, 1 / nu)).setScale(2, RoundingMode.UP);
  }
}
