package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Money;
import dev.winback.value.Lifetime;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** MEA-02, MEA-08. */
class LostLifetimesTest {

  /** Golden number [003]: 5 years, 10 a year, 500; a hundred lost. */
  @Test
  void aHundredLivesOfTwentyFiveThousandAreTwoAndAHalfMillion() {
    var life =
        new Lifetime(
            BigDecimal.valueOf(5), BigDecimal.TEN, new Money(new BigDecimal("500.00"), "EUR"));
    assertThat(new LostLifetimes(100, life.value()).all())
        .isEqualTo(new Money(new BigDecimal("2500000.00"), "EUR"));
    assertThat(new LostLifetimes(0, life.value()).all().amount()).isEqualByComparingTo("0");
  }
}
