package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.experiment.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The formula of MEA-04 by the published campaigns (LET-33): cost, base, opened, clicked, returned,
 * revenue. The sources name no margin, so it is that on the revenue: margin of 100 %.
 */
class RomiTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "StarShop, 285, 2737, 44, 1204, 20, 547, 12, 328, 8325, 2821, 29.2",
    "IzoLna, 285, 1074, 60, 644, 23, 247, 10, 107, 3840, 1247, 13.5"
  })
  void thePublishedCampaignsComeOut(
      String firm,
      BigDecimal cost,
      long base,
      int openedPercent,
      long opened,
      int clickedPercent,
      long clicked,
      int returnedPercent,
      long returned,
      BigDecimal revenue,
      long percent,
      BigDecimal times) {
    var romi = new Romi(Romi.margin(revenue, BigDecimal.valueOf(100)), cost);

    assertThat(romi.percent()).isEqualTo(percent);
    assertThat(romi.profit()).isEqualByComparingTo(revenue.subtract(cost));
    assertThat(revenue.divide(cost, 1, RoundingMode.HALF_UP)).isEqualByComparingTo(times);
    assertThat(percent(opened, base)).isEqualTo(openedPercent);
    assertThat(percent(clicked, base)).isEqualTo(clickedPercent);
    assertThat(percent(returned, base)).isEqualTo(returnedPercent);
  }

  private static long percent(long some, long of) {
    return Math.round(new Share(some, of).rate() * 100);
  }

  /** At 30 % margin StarShop still earned, and IzoLna too; at 3 % both lost. */
  @Test
  void theMarginDecidesAndNotTheRevenue() {
    assertThat(of("8325", "30", "285").percent()).isEqualTo(776);
    assertThat(of("3840", "30", "285").percent()).isEqualTo(304);
    assertThat(of("8325", "3", "285").percent()).isEqualTo(-12);
    assertThat(of("3840", "3", "285").percent()).isEqualTo(-60);
  }

  @Test
  void whoEarnsWhatHeSpentHasNothingAndWhoEarnsNothingHasLostAll() {
    assertThat(of("285", "100", "285").percent()).isZero();
    assertThat(of("0", "100", "285").percent()).isEqualTo(-100);
  }

  @Test
  void withoutACostThereIsNoReturnOnIt() {
    assertThat(of("8325", "30", "0").percent()).isNull();
    assertThat(of("8325", "30", "0").profit()).isEqualByComparingTo("2497.50");
  }

  private static Romi of(String turnover, String margin, String cost) {
    return new Romi(
        Romi.margin(new BigDecimal(turnover), new BigDecimal(margin)), new BigDecimal(cost));
  }
}
