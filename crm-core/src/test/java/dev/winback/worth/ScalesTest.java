package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/**
 * DEC-17: the customer as an investment, chance and margin on one scale, offer and time on the
 * other.
 */
class ScalesTest extends WorthStories {

  @Test
  void theGainIsWhatAskingAddsLessOfferAndTime() {
    assertThat(Scales.gain(0.3, 0.1, 1000, 50, 10)).isEqualTo(175, within(1e-9));
    assertThat(Scales.gain(0.3, 0.3, 1000, 50, 10))
        .as("he comes anyway")
        .isEqualTo(-25, within(1e-9));
  }

  @Test
  void everyOpenLossIsWeighedByNightAndASecondNightWritesNothing() {
    history();
    night();
    var open = "select count(*) from lapse where stage in ('LATE', 'LOST')";
    assertThat(jdbc.sql("select count(*) from lapse_worth").query(Long.class).single())
        .isEqualTo(jdbc.sql(open).query(Long.class).single())
        .isGreaterThan(10);
    assertThat(worths.settle(DAY)).isZero();
  }

  @Test
  void thePageShowsTheFiguresOfTheListAndTheyAddUp() {
    history();
    night();
    var worth = explained().worth();
    var row = stored();
    assertThat((BigDecimal) row.get("gain")).isEqualByComparingTo(worth.gain().amount());
    assertThat((BigDecimal) row.get("second_life"))
        .isEqualByComparingTo(worth.secondLife().amount());
    double gain =
        Scales.gain(
            worth.chance(),
            worth.unasked(),
            worth.secondLife().amount().doubleValue(),
            worth.offer().amount().doubleValue(),
            worth.effort().amount().doubleValue());
    assertThat(worth.gain().amount().doubleValue()).isEqualTo(gain, within(0.02));
    assertThat(worth.effort().amount()).as("20 minutes at 30 an hour").isEqualByComparingTo("10");
    assertThat(worth.chance()).isBetween(worth.low(), worth.high());
  }

  @Test
  void askingRaisesTheChance() {
    history();
    night();
    assertThat(chance()).isGreaterThan(explained().worth().unasked());
  }

  @Test
  void whoCannotBeReachedHasTheChanceOfWhoIsLeftAlone() {
    history();
    jdbc.sql("update customer set phone = null, phone_e164 = null, email = null where ref = 'LOST'")
        .update();
    night();
    var worth = explained().worth();
    assertThat(worth.channel()).isEqualTo(Channel.NONE);
    assertThat(worth.chance()).isEqualTo(worth.unasked());
    assertThat(worth.gain()).isNull();
    assertThat(worth.verdict()).isEqualTo(Verdict.UNREACHABLE);
  }

  @Test
  void timeThatCostsMoreThanASecondLifeIsNotWorthIt() {
    history();
    night();
    var before = costs.settings();
    costs.change(
        new CostSettings(
            before.marginPercent(), new BigDecimal("9999"), before.letterCost(), 480, null, null),
        manager);
    worths.settle(DAY);
    assertThat(stored()).containsEntry("verdict", "not-worth");
  }

  /** DET-23: no offer brings back who moved away. */
  @Test
  void whoMovedAwayIsNoCase() {
    history();
    night();
    told("stated", "moved", "saidBy", "customer");
    assertThat(explained().worth().verdict()).isEqualTo(Verdict.GONE);
    assertThat(explained().worth().gain()).isNull();
  }

  @Test
  void withoutAModelNobodyIsWeighed() {
    night();
    assertThat(worths.of(lapse(), manager)).isEmpty();
    assertThat(jdbc.sql("select count(*) from lapse_worth").query(Long.class).single()).isZero();
  }
}
