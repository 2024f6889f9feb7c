package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A large firm's reports are what the night counted, by the statements of the pages themselves, and
 * say so (MEA-05, UND-23); a small firm's are counted at once.
 */
@TestPropertySource(properties = "winback.night.large-from=10")
class KeptReportsTest extends RolledUpHistory {

  @Autowired ReturnReport returns;
  @Autowired ReasonReport reasons;
  @Autowired CategoryFigures categories;
  @Autowired LossReport losses;

  @Test
  void aSmallFirmIsCountedAtOnce() {
    jdbc.sql("truncate report_kept").update();
    jdbc.sql("delete from lapse_tally where kind in ('month', 'past-loss')").update();
    rollUps.settle(clock.today());
    assertThat(returns.day(boss)).isNull();
    assertThat(reasons.day("product", ever(), boss)).isNull();
    assertThat(categories.day(boss)).isNull();
  }

  @Test
  void aLargeFirmIsShownWhatTheNightCountedAndTheRepHisOwn() {
    back();
    jdbc.sql("truncate report_kept").update();
    var months = returns.months(boss);
    var again = returns.again(boss);
    var goods = reasons.lines("product", ever(), boss);
    var own = returns.months(anna);
    var places = categories.report(boss);
    var ownPlaces = categories.report(anna);
    assertThat(places.all().customers()).isPositive();
    assertThat(months).isNotEmpty();
    assertThat(again).isNotEmpty();
    assertThat(goods).isNotEmpty();
    rollUps.settle(clock.today());
    rollUps.settle(clock.today());
    assertThat(returns.day(boss)).isEqualTo(clock.today());
    assertThat(returns.months(boss)).usingRecursiveComparison().isEqualTo(months);
    assertThat(returns.again(boss)).isEqualTo(again);
    assertThat(reasons.day("product", ever(), boss)).isEqualTo(clock.today());
    assertThat(reasons.lines("product", ever(), boss)).usingRecursiveComparison().isEqualTo(goods);
    assertThat(categories.day(boss)).isEqualTo(clock.today());
    assertThat(categories.report(boss)).usingRecursiveComparison().isEqualTo(places);
    assertThat(categories.report(anna)).usingRecursiveComparison().isEqualTo(ownPlaces);
    assertThat(returns.day(anna)).isNull();
    assertThat(returns.months(anna)).isEqualTo(own);
    assertThat(reasons.day("product", LostFilter.opened("2026-01-01", null), boss)).isNull();
    assertThat(reasons.day("product", LostFilter.ALL, boss)).isNull();
    assertThat(reasons.day("reason", ever(), boss)).isNull();
  }

  @Test
  void whatHasHappenedSinceWaitsForTheNextNight() {
    rollUps.settle(clock.today());
    var months = returns.months(boss);
    back();
    assertThat(returns.months(boss)).isEqualTo(months);
    rollUps.settle(clock.today());
    assertThat(returns.months(boss)).isNotEqualTo(months);
  }

  @Test
  void whoBecameACustomerInWhichMonthIsKeptForLargeFirms() {
    jdbc.sql("truncate report_kept").update();
    var year = losses.picture(null, boss);
    var earlier = losses.picture("2026-01", boss);
    var own = losses.rate(anna);
    assertThat(year.year().base()).isPositive();
    rollUps.settle(clock.today());
    assertThat(losses.picture(null, boss)).usingRecursiveComparison().isEqualTo(year);
    assertThat(losses.picture("2026-01", boss)).usingRecursiveComparison().isEqualTo(earlier);
    jdbc.sql("update report_kept set rows = '[]' where report = 'firsts'").update();
    assertThat(losses.picture(null, boss).year().firsts()).as("read from what was kept").isZero();
    assertThat(losses.rate(anna)).usingRecursiveComparison().isEqualTo(own);
  }

  private static LostFilter ever() {
    return LostFilter.opened(null, null);
  }

  private void back() {
    jdbc.sql(
            """
            update lapse set stage = 'RETURNED', closed_on = :day, returned_on = :day, credit = 'none'
             where id in (select id from lapse where stage in ('LATE', 'LOST') order by id limit 5)
            """)
        .param("day", clock.today().minusDays(3))
        .update();
  }
}
