package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Money;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.value.CostOfLoss;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-09: the golden number of the cost of loss, from purchases to the figure of the pages. */
@CoreTest
class YearOfLossTest {

  @Autowired Figures figures;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;

  @Test
  void eightLostWithTenDealsOf40000AreThreeMillionTwoHundredThousandAYear() {
    for (int i = 0; i < 8; i++) {
      stories.aCustomer("C-" + i).buyingEvery(30).times(10).amount("40000").silentFor(120).save();
    }
    nightly.run(MovableClock.START);
    var stake = figures.stakes(stories.manager()).get(0);
    assertThat(stake.open()).isEqualTo(8);
    var cost = new CostOfLoss(stake.open(), new Money(stake.valueYear(), stake.currency()));
    assertThat(cost.year()).isEqualTo(Money.of("3200000.00", "EUR"));
    assertThat(cost.each()).isEqualTo(Money.of("400000.00", "EUR"));
  }
}
