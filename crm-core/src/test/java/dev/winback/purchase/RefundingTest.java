package dev.winback.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Refunds of the number that a till books its guests on: what each costs must not grow with it. */
class RefundingTest {

  private static final Instant OPENED = Instant.parse("2026-01-01T08:00:00Z");
  private static final int SALES = 100_000;
  private static final int REFUNDS = 20_000;

  /** By looking through all purchases for each refund this is a matter of minutes. */
  @Test
  void aHundredThousandPurchasesOfOneCustomerTakeNoMinutes() {
    var sales = IntStream.range(0, SALES).mapToObj(RefundingTest::sale).toList();
    var refunds = IntStream.range(0, REFUNDS).mapToObj(RefundingTest::refund).toList();
    var parts =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Refunding.parts(sales, refunds, "EUR"));
    assertThat(parts.stream().map(Refunding.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(BigDecimal.valueOf(7).multiply(BigDecimal.valueOf(REFUNDS)));
  }

  /** Nobody paid exactly seven, and every refund is later than all purchases. */
  private static Refunding.Sale sale(int n) {
    var amount = BigDecimal.valueOf(n < SALES / 2 ? 5 : 2);
    return new Refunding.Sale(1, n, "till", "P" + n, OPENED.plusSeconds(n), amount, "EUR", true);
  }

  private static Refunding.Money refund(int n) {
    var at = OPENED.plusSeconds(SALES + n);
    var amount = BigDecimal.valueOf(7);
    return new Refunding.Money(1, n, "till", "R" + n, at, amount, null, false, null);
  }
}
