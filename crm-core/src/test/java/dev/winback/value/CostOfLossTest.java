package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DEC-09 to DEC-12, DEC-15: the golden numbers of cost of loss and lifetime value. */
class CostOfLossTest {

  /** That they are so many is in {@code YearOfLossTest}. */
  private static final CostOfLoss EIGHT = new CostOfLoss(8, Money.of("3200000.00", "EUR"));

  private static BigDecimal number(String number) {
    return new BigDecimal(number);
  }

  @Test
  void eightLostWithTenDealsOf40000AreThreeMillionTwoHundredThousandAYear() {
    assertThat(EIGHT.each()).isEqualTo(Money.of("400000.00", "EUR"));
  }

  @Test
  void nobodyLostCostsNothing() {
    var none = new CostOfLoss(0, Money.zero("EUR"));
    assertThat(none.each()).isEqualTo(Money.zero("EUR"));
    assertThat(none.year().amount()).isZero();
  }

  @Test
  void theLossIsToldInSalariesAndRents() {
    assertThat(EIGHT.months(Money.of("4000", "EUR"))).isEqualByComparingTo("800");
    assertThat(EIGHT.months(Money.of("9000", "EUR"))).isEqualByComparingTo("355.6");
    assertThat(EIGHT.months(null)).isNull();
    assertThat(EIGHT.months(Money.zero("EUR"))).isNull();
    assertThat(EIGHT.months(Money.of("4000", "USD"))).as("currencies do not mix").isNull();
  }

  @Test
  void fiveYearsOfTenPurchasesOf500AreALifetimeOf25000AndAHundredOfThem2500000() {
    var lifetime = new Lifetime(number("5"), number("10"), Money.of("500", "EUR"));
    assertThat(lifetime.value()).isEqualTo(Money.of("25000.00", "EUR"));
    assertThat(lifetime.value().amount().multiply(number("100"))).isEqualByComparingTo("2500000");
  }

  @Test
  void aMixedRangeHasTheWeightedMean() {
    var much = new Lifetime(number("5"), number("10"), Money.of("500", "EUR"));
    var little = new Lifetime(number("1"), number("2"), Money.of("100", "EUR"));
    var shares =
        List.of(new Lifetime.Share(number("3"), much), new Lifetime.Share(number("1"), little));
    assertThat(Lifetime.weighted(shares)).isEqualTo(Money.of("18800.00", "EUR"));
  }

  @Test
  void theSecondLifetimeIsTheFirstTimes1117() {
    assertThat(Lifetime.SECOND_TO_FIRST.setScale(3, RoundingMode.HALF_UP))
        .isEqualByComparingTo("1.117");
  }
}
