package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * MEA-01, MEA-02, MEA-08, MEA-09: the loss of a year over a generated history, counted once more
 * from the days of purchase.
 */
@CoreTest
class LossReportTest {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired LossReport report;
  @Autowired LossBandSettings bands;
  @Autowired Figures figures;
  @Autowired Moves moves;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private static final int LIMIT = 180;

  private final List<TreeSet<LocalDate>> histories = new ArrayList<>();
  private Actor boss;
  private Actor anna;

  @BeforeEach
  void threeYears() {
    boss = stories.manager();
    anna = stories.rep("anna");
    histories.clear();
    var random = new SplittableRandom(42);
    for (int i = 0; i < 40; i++) {
      buys("H-" + i, random, i < 10 ? anna : null);
    }
    nightly.run(clock.today());
  }

  private void buys(String ref, SplittableRandom random, @Nullable Actor owner) {
    var story = stories.aCustomer(ref).neverBought();
    var customer = (owner == null ? story : story.ownedBy(owner)).save();
    var days = new TreeSet<LocalDate>();
    for (var day = MovableClock.START.minusDays(random.nextInt(30, 1_100));
        day.isBefore(MovableClock.START);
        day = day.plusDays(random.nextInt(15, 300))) {
      days.add(day);
      stories.purchase(customer, day, "10");
    }
    histories.add(days);
  }

  @Test
  void eachMonthOfTheHistoryIsWhatTheDaysOfPurchaseSay() {
    var picture = report.picture("2026-05", boss);

    assertThat(picture.year().months()).hasSize(12);
    assertThat(picture.before().until()).isEqualTo(picture.year().from().minusDays(1));
    for (var year : List.of(picture.before(), picture.year())) {
      year.months().forEach(month -> agrees(month, histories));
    }
    assertThat(picture.year().losses()).isPositive();
    assertThat(picture.year().returns()).isPositive();
  }

  /** Those he owns and those he works on. */
  @Test
  void aRepSeesThoseOfHisOwnCustomers() {
    var mine =
        jdbc.sql(
                """
                select c.id - (select min(id) from customer) from customer c
                 where c.owner_id = :anna or c.id in (select customer_id from lapse where assignee = :anna)
                """)
            .param("anna", anna.member())
            .query(Integer.class)
            .list();
    assertThat(mine).hasSizeBetween(10, 39);
    var seen = mine.stream().map(histories::get).toList();
    report.picture("2026-05", anna).year().months().forEach(month -> agrees(month, seen));
  }

  private static void agrees(LossMonth month, List<TreeSet<LocalDate>> histories) {
    var first = month.month();
    var next = first.plusMonths(1);
    assertThat(month.before()).as("%s", first).isEqualTo(alive(histories, first));
    assertThat(month.after()).as("%s", first).isEqualTo(alive(histories, next));
    assertThat(month.firsts())
        .isEqualTo(histories.stream().filter(h -> within(h.first(), first, next)).count());
    assertThat(month.moves().losses()).isEqualTo(lost(histories, first, next));
  }

  /** Bought before the day, and on it not yet silent for more than the limit. */
  private static long alive(List<TreeSet<LocalDate>> histories, LocalDate day) {
    return histories.stream()
        .map(history -> history.lower(day))
        .filter(last -> last != null && !last.plusDays(LIMIT).isBefore(day))
        .count();
  }

  private static long lost(List<TreeSet<LocalDate>> histories, LocalDate from, LocalDate until) {
    return histories.stream()
        .flatMap(
            h ->
                h.stream()
                    .filter(d -> h.higher(d) == null || h.higher(d).isAfter(d.plusDays(LIMIT))))
        .filter(day -> within(day.plusDays(LIMIT), from, until))
        .count();
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  @Test
  void eachNumberIsTheLengthOfItsList() {
    clock.setDay(LocalDate.of(2026, 8, 10));
    stories.purchase(
        new CustomerId(
            jdbc.sql(
                    "select customer_id from lapse where stage in ('LOST', 'DECIDED', 'WORKING') and lost_on is not null order by id limit 1")
                .query(Long.class)
                .single()),
        LocalDate.of(2026, 7, 20),
        "35");
    nightly.run(clock.today());
    for (var actor : List.of(boss, anna)) {
      var year = report.picture("2026-08", actor).year();
      assertThat(year.until()).isEqualTo("2026-08-31");
      long base = year.before();
      var beginning = LocalDate.of(2000, 1, 1);
      assertThat(
              names("first", beginning, year.from().minusDays(1), actor)
                  - names("loss", beginning, year.from().minusDays(1), actor)
                  + names("return", beginning, year.from().minusDays(1), actor))
          .isEqualTo(base);
      assertThat(names("loss", year.from(), year.until(), actor)).isEqualTo(year.losses());
      assertThat(names("return", year.from(), year.until(), actor)).isEqualTo(year.returns());
      assertThat(names("first", year.from(), year.until(), actor)).isEqualTo(year.firsts());
    }
    var all = report.picture("2026-08", boss).year();
    assertThat(all.lostYear()).isEqualByComparingTo(recorded("lost_day"));
    assertThat(all.backYear())
        .isPositive()
        .isEqualByComparingTo(recorded("case when lost_day is not null then returned_on end"));
  }

  /** What one of them brought is not made less by those before the first night, or in dollars. */
  @Test
  void whatALossCostsIsSaidOfThoseWithAnAmount() {
    clock.setDay(LocalDate.of(2026, 8, 10));
    nightly.run(clock.today());
    jdbc.sql(
            "update lapse set currency = 'USD' where id = (select max(id) from lapse where opened_on > '2026-06-05')")
        .update();
    for (var actor : List.of(boss, anna)) {
      var picture = report.picture("2026-08", actor);
      var priced =
          picture.year().months().stream().mapToLong(month -> month.moves().priced()).sum();
      assertThat(picture.cost().customers()).isEqualTo(priced).isPositive();
      assertThat(priced).isLessThan(picture.year().losses());
    }
    var cost = report.picture("2026-08", boss).cost();
    assertThat(cost.customers()).isEqualTo(pricedLosses());
    assertThat(cost.each().amount().multiply(BigDecimal.valueOf(cost.customers())))
        .isCloseTo(cost.year().amount(), org.assertj.core.api.Assertions.within(BigDecimal.ONE));
  }

  /** MEA-02: what a customer brings in his life is what they paid divided by their number. */
  @Test
  void whatIsLostIsSaidInLifetimesToo() {
    clock.setDay(LocalDate.of(2026, 8, 10));
    nightly.run(clock.today());
    var mean =
        jdbc.sql(
                "select round(avg(v.revenue), 2) from customer_value v join customer_category k using (customer_id)")
            .query(BigDecimal.class)
            .single();
    var picture = report.picture("2026-08", boss);
    assertThat(picture.lifetimes().each().amount()).isEqualByComparingTo(mean);
    assertThat(picture.lifetimes().all().amount())
        .isEqualByComparingTo(mean.multiply(BigDecimal.valueOf(picture.year().losses())))
        .isPositive();
  }

  private long pricedLosses() {
    return jdbc.sql(
            "select count(*) from lapse where currency = 'EUR' and lost_day >= '2026-06-01'")
        .query(Long.class)
        .single();
  }

  /**
   * The first sentence of the start page (days.md, "Monday" 1): each of its numbers by its list.
   */
  @Test
  void theWeekOfTheStartPageIsTheLengthOfItsLists() {
    for (int day = 1; day <= 28; day += 9) {
      clock.setDay(MovableClock.START.plusDays(day));
      nightly.run(clock.today());
      for (var actor : List.of(boss, anna)) {
        var week = figures.start(actor).week();
        assertThat(week.untilDay()).isEqualTo(clock.today());
        assertThat(week.fromDay()).isEqualTo(clock.today().minusDays(6));
        assertThat(names("loss", week.fromDay(), week.untilDay(), actor)).isEqualTo(week.losses());
        assertThat(names("return", week.fromDay(), week.untilDay(), actor))
            .isEqualTo(week.returns());
      }
    }
  }

  private long names(String kind, LocalDate from, LocalDate until, Actor actor) {
    var period = Period.of(kind, from, until);
    long count = moves.count(period, actor);
    assertThat(moves.page(period, null, 1_000, actor).items()).hasSize((int) count);
    return count;
  }

  private BigDecimal recorded(String day) {
    return jdbc.sql(
            "select sum(value_year) from lapse where stage not in ('FALSE_ALARM', 'MERGED') and currency = 'EUR' and "
                + day
                + " >= '2026-06-01'")
        .query(BigDecimal.class)
        .single();
  }

  /** Golden numbers: 4, 8, 15, 20 and 51 %, and each end of a band. */
  @ParameterizedTest
  @CsvSource({
    "0.04,BELOW",
    "0.0499,BELOW",
    "0.05,NORMAL",
    "0.08,NORMAL",
    "0.10,NORMAL",
    "0.1001,WATCH",
    "0.15,WATCH",
    "0.1999,WATCH",
    "0.20,ACT",
    "0.50,ACT",
    "0.51,STRATEGY"
  })
  void aRateHasItsBand(double rate, LossBand band) {
    assertThat(bands.bands().of(rate)).isEqualTo(band);
  }

  /** 7 of 100 are 7 %, though 0.07 times 100 is a little more. */
  @ParameterizedTest
  @ValueSource(ints = {7, 14, 28, 29, 56, 57, 58})
  void eachWholePercentIsTheLastOfWhatIsNormalAndTheFirstOfWhatIsToBeActedOn(int percent) {
    double rate = percent / 100.0;
    assertThat(new LossBands(1, percent, 90, 99).of(rate)).isEqualTo(LossBand.NORMAL);
    assertThat(new LossBands(1, 2, percent, 99).of(rate)).isEqualTo(LossBand.ACT);
    assertThat(new LossBands(1, 2, 3, percent).of(rate)).isEqualTo(LossBand.ACT);
  }

  /** OPS-06: a firm with contracts of many years loses 3 % and acts at 6. */
  @Test
  void aFirmSetsItsBandsAndTheReportGoesByThem() {
    var manager = stories.manager();
    var was = bands.change(new LossBands(2, 3, 6, 20), manager);
    assertThat(was).isEqualTo(new LossBands(5, 10, 20, 50));
    assertThat(bands.bands().of(0.0301)).isEqualTo(LossBand.WATCH);
    assertThat(bands.bands().of(0.06)).isEqualTo(LossBand.ACT);
    assertThat(report.rate(manager).bands()).isEqualTo(new LossBands(2, 3, 6, 20));
    for (var wrong :
        List.of(
            new LossBands(0, 10, 20, 50),
            new LossBands(5, 5, 20, 50),
            new LossBands(5, 10, 10, 50),
            new LossBands(5, 10, 20, 100))) {
      assertThatThrownBy(() -> bands.change(wrong, manager)).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> bands.change(was, stories.rep("r"))).isInstanceOf(NotAllowed.class);
    bands.change(new LossBands(1, 2, 3, 99), manager);
  }

  /** Golden numbers: 200, 1,000 and 10,000 customers at 25 %. */
  @ParameterizedTest
  @CsvSource({"200,150", "1000,750", "10000,7500"})
  void aBaseShrinksByItsRate(long base, long left) {
    assertThat(BaseLeft.of(base, 0.25)).hasSize(5).startsWith(new BaseLeft(1, left));
  }

  @Test
  void nobodyCanSayWhatIsLeftWhereMoreWereLostThanWereThere() {
    assertThat(BaseLeft.of(299, 2.225)).isEmpty();
    assertThat(BaseLeft.of(299, 0.99)).hasSize(5).endsWith(new BaseLeft(5, 0));
  }

  @Test
  void anotherMonthIsAskedForByItsName() {
    assertThat(report.picture(null, boss).year().until()).isEqualTo("2026-05-31");
    assertThat(report.picture("2026-06", boss).year().until()).isEqualTo("2026-06-30");
    assertThatThrownBy(() -> report.picture("2026-07", boss)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> report.picture("May", boss)).isInstanceOf(Refused.class);
  }
}
