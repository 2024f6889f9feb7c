package dev.winback.signal;

import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

/**
 * Who buys in one season is late only when it has passed without him (science.md, "Pitfalls"): more
 * than 70 % of his days of purchase in three months of the year, in three years.
 */
class SeasonTest {

  private static final String[] CHRISTMAS = {
    "2023-11-20", "2023-12-10", "2024-11-25", "2024-12-12", "2025-11-28", "2025-12-14"
  };

  @Test
  void outsideHisSeasonSilenceMeansNothing() {
    assertThat(bought(CHRISTMAS).on(day("2026-06-01")).seen()).isEmpty();
    assertThat(bought(CHRISTMAS).on(day("2026-12-31")).seen()).isEmpty();
  }

  @Test
  void heIsLostWhenTheSeasonHasPassedWithoutHim() {
    var passed = bought(CHRISTMAS).on(day("2027-01-01")).seen();
    var silent = passed.get(SignalKind.SILENT);
    assertThat(silent.since()).isEqualTo("2027-01-01");
    assertThat(silent.lostFrom()).isEqualTo("2027-01-01");
    assertThat(silent.figures())
        .containsEntry("seasonFrom", "2026-10-01")
        .containsEntry("seasonTo", "2026-12-31");
  }

  @Test
  void twoSeasonsAreNotYetAHabit() {
    assertThat(bought("2024-11-25", "2024-12-12", "2025-11-28", "2025-12-14").seen())
        .containsKey(SignalKind.SILENT);
  }

  /** 7 of 10 days are 70 %, 8 of 11 are more. */
  @Test
  void nearlyAllOfHisBuyingIsInIt() {
    var seven = bought(CHRISTMAS).and("2022-12-01", "2023-03-01", "2024-04-01", "2025-05-01");
    assertThat(Season.of(seven.told(), 70)).isNull();
    assertThat(Season.of(seven.and("2022-11-01").told(), 70)).isEqualTo(new Season(Month.OCTOBER));
    assertThat(Season.of(seven.told(), 69)).isEqualTo(new Season(Month.OCTOBER));
  }

  @Test
  void aHundredPercentIsTheRuleSwitchedOff() {
    assertThat(Season.of(bought(CHRISTMAS).told(), 100)).isNull();
  }

  /** Two orders of a day are one day. */
  @Test
  void ordersOfOneDayCountOnce() {
    var same = bought("2023-12-01", "2023-12-01", "2024-12-01", "2025-06-01", "2025-12-01");
    assertThat(Season.of(same.told(), 74)).isEqualTo(new Season(Month.OCTOBER));
    assertThat(Season.of(same.told(), 75)).isNull();
  }

  @Test
  void aSeasonMayPassTheNewYear() {
    var skiing = bought("2023-12-20", "2024-02-03", "2025-01-05", "2026-02-01");
    assertThat(Season.of(skiing.told(), 70)).isEqualTo(new Season(Month.DECEMBER));
    assertThat(skiing.on(day("2027-02-28")).seen()).isEmpty();
    assertThat(skiing.on(day("2027-03-01")).seen()).containsKey(SignalKind.SILENT);
  }

  /** Bought in spring, out of his season: the next one is that of the same year. */
  @Test
  void afterAPurchaseOutsideItTheNextSeasonCounts() {
    var spring = bought(CHRISTMAS).and("2022-12-05", "2026-04-02");
    assertThat(spring.on(day("2026-12-31")).seen()).isEmpty();
    assertThat(spring.on(day("2027-01-01")).seen()).containsKey(SignalKind.SILENT);
  }

  @Test
  void whoBuysAllTheYearHasNone() {
    assertThat(Season.of(aHistory().buysEvery(30, 40, 0).told(), 50)).isNull();
  }

  /** A person's own season, and a false alarm that lasts longer. */
  @Test
  void whatPeopleSaidCountsBesideIt() {
    var until = Traits.NONE.silentFor(0, LocalDate.of(2026, 5, 1), false);
    assertThat(bought(CHRISTMAS).with(until).seen()).containsKey(SignalKind.SILENT);
    var longer = Traits.NONE.silentFor(500, null, false);
    assertThat(bought(CHRISTMAS).with(longer).on(day("2027-01-01")).seen()).isEmpty();
  }

  private static AHistory bought(String... days) {
    return aHistory().and(days);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
