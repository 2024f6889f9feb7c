package dev.winback.demo;

import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchase.Field;
import dev.winback.purchase.Purchase.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the demo firm sells: coffee, tea and what belongs to them, at a margin of 25 to 45 %. */
final class DemoPurchase {

  private static final List<String> GOODS =
      List.of(
          "Espresso beans Sidamo 1 kg",
          "Filter coffee Köln blend 500 g",
          "Darjeeling first flush 250 g",
          "Milk jug 0.6 l",
          "Burr grinder, steel",
          "Tea set “Hafen”, 6 cups",
          "Descaler 5 l",
          "Paper filters no. 4, 1,000",
          "Hot chocolate 2 kg");

  /** Standard deviations of the largest customer from the usual one, and of the smallest. */
  private static final double LARGEST = 1.7;

  private DemoPurchase() {}

  /** A café around the corner orders for a seventh of what a chain of offices does. */
  static BigDecimal amount(int customer, RandomGenerator random) {
    double drawn = new SplittableRandom(customer).nextGaussian();
    double size = Math.max(-LARGEST, Math.min(LARGEST, drawn));
    return BigDecimal.valueOf(Math.exp(5.4 + 0.6 * size + 0.3 * random.nextGaussian()))
        .setScale(2, RoundingMode.HALF_UP);
  }

  static Purchase of(
      String customer,
      String id,
      Instant time,
      BigDecimal amount,
      String currency,
      @Nullable String coupon,
      RandomGenerator random) {
    var margin = amount.multiply(BigDecimal.valueOf(random.nextInt(25, 46))).movePointLeft(2);
    return new Purchase(
        0,
        customer,
        "shop",
        id,
        time,
        amount,
        currency,
        margin.setScale(2, RoundingMode.HALF_UP),
        Status.PAID,
        null,
        1 + random.nextInt(4),
        GOODS.get(random.nextInt(GOODS.size())),
        coupon,
        null,
        null,
        EnumSet.of(
            Field.CURRENCY, Field.MARGIN, Field.STATUS, Field.UNITS, Field.ITEMS, Field.COUPON));
  }
}
