package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * RET-04, RET-05, MEA-05: former volume, a year without remarks, and a warning when he buys little.
 * Before his loss the customer of these stories bought 1,300.00 a year (13 orders in 361 days).
 */
class MilestonesTest extends CareStories {

  private static final LocalDate BACK = LocalDate.of(2026, 6, 1);

  private FragileRow shown() {
    return fragile.page(new FragileFilter(null), null, 10, manager).items().get(0);
  }

  @Test
  void aTrialOrderIsNoVolumeYet() {
    var customer = returned("100.00");
    settle();
    // 100 in ninety days are 405.56 a year, before 1,314.40 in 361 days
    assertThat(shown().trial()).isEqualByComparingTo("100.00");
    assertThat(shown().beforeYear()).isEqualByComparingTo("1314.40");
    assertThat(shown().sinceYear()).isEqualByComparingTo("405.56");
    assertThat(shown().percent()).isEqualTo(30);
    assertThat(row(customer)).containsEntry("stage", "RETURNED");
  }

  @Test
  void theFormerVolumeIsRestoredOnTheDayOnWhichAYearsPaceReachesIt() {
    var customer = returned("324.09"); // 324.09 in ninety days are 1,314.37 a year
    settle();
    assertThat(row(customer)).containsEntry("stage", "RETURNED");
    passDays(10);
    buys(customer, "0.01"); // 1,314.41
    passDays(5);
    settle();
    assertThat(row(customer)).containsEntry("stage", "RESTORED");
    assertThat(day(customer, "restored_on")).isEqualTo(BACK.plusDays(10));
  }

  @Test
  void aMilestoneStaysWhenHeBuysLessAfterwards() {
    var customer = returned("400.00");
    passDays(1);
    buys(customer, "1.00");
    settle();
    passDays(200);
    settle();
    assertThat(shown().percent()).isLessThan(100);
    assertThat(day(customer, "restored_on")).isEqualTo(BACK.plusDays(1));
    assertThat(row(customer)).containsEntry("stage", "RESTORED");
  }

  /** RET-04: his trial order is as large as all that he bought before, and still a trial. */
  @Test
  void whoHadBoughtOnceIsRestoredByASecondOrderOnly() {
    var customer = once("100.00");
    buys(customer, "100.00");
    settle();
    assertThat(row(customer)).containsEntry("stage", "RETURNED");
    buys(customer, "100.00");
    settle();
    assertThat(row(customer)).as("two orders of one day").containsEntry("stage", "RETURNED");
    passDays(40);
    buys(customer, "10.00");
    settle();
    assertThat(row(customer)).containsEntry("stage", "RESTORED");
    assertThat(day(customer, "restored_on")).isEqualTo(BACK.plusDays(40));
  }

  @Test
  void nobodyIsRestoredToNothing() {
    var customer = once("0.00");
    buys(customer, "5.00");
    passDays(30);
    buys(customer, "5.00");
    settle();
    assertThat(row(customer)).containsEntry("stage", "RETURNED");
  }

  private CustomerId once(String amount) {
    var customer = stories.aCustomer().amount(amount).silentFor(100).ownedBy(rep).save();
    nightly.run(today);
    return customer;
  }

  @Test
  void aRefundTakesTheVolumeBackAndOneOfTheReturnTakesAll() {
    var customer = lost();
    long first = buys(customer, "50.00");
    passDays(1);
    long second = buys(customer, "400.00");
    settle();
    assertThat(row(customer)).containsEntry("stage", "RESTORED");
    refunds(customer, second);
    settle();
    assertThat(row(customer)).containsEntry("stage", "RETURNED");
    assertThat(day(customer, "restored_on")).isNull();
    refunds(customer, first);
    settle();
    assertThat(row(customer)).doesNotContainEntry("stage", "RETURNED");
    assertThat(day(customer, "returned_on")).isNull();
    assertThat(tasks(customer)).allMatch(task -> task.endsWith("cancelled")).isNotEmpty();
    assertThat(steps(customer)).isEmpty();
  }

  @Test
  void aYearWithoutRemarksMakesHimSafe() {
    var customer = returned("100.00");
    passDays(364);
    settle();
    assertThat(day(customer, "year_on")).isNull();
    passDays(1);
    settle();
    assertThat(day(customer, "year_on")).isEqualTo(BACK.plusYears(1));
    assertThat(row(customer)).containsEntry("stage", "SAFE");
  }

  @Test
  void aComplaintBeginsTheYearAnewAlsoOnItsLastDay() {
    var customer = returned("100.00");
    passDays(365);
    complains(customer);
    settle();
    assertThat(day(customer, "year_on")).isNull();
    goTo(BACK.plusYears(2).minusDays(1));
    settle();
    assertThat(day(customer, "year_on")).isNull();
    passDays(1);
    settle();
    assertThat(day(customer, "year_on")).isEqualTo(BACK.plusYears(2));
  }

  @Test
  void aComplaintAfterTheYearChangesNothing() {
    var customer = returned("100.00");
    passDays(366);
    complains(customer);
    settle();
    assertThat(day(customer, "year_on")).isEqualTo(BACK.plusYears(1));
  }

  @Test
  void whoIsLostAgainReachesNoMilestoneAnyMore() {
    var customer = returned("100.00");
    loseAgain(customer, BACK.plusDays(300));
    passDays(500);
    settle();
    assertThat(
            jdbc.sql("select stage from lapse where number = 1 and customer_id = :c")
                .param("c", customer.value())
                .query(String.class)
                .single())
        .isEqualTo("RETURNED");
  }

  @Test
  void whoBuysFortyPercentOfBeforeIsATaskAfterNinetyDaysAndNotADaySooner() {
    var customer = returned("131.00"); // in ninety days 531.28 a year, 40.4 %
    passDays(89);
    settle();
    assertThat(fragile.count(new FragileFilter("low"), manager)).isZero();
    passDays(1); // 131 in 91 days are 525.44 a year, 39 %
    settle();
    assertThat(fragile.count(new FragileFilter("low"), manager)).isEqualTo(1);
    assertThat(tasks(customer)).contains("low_volume open");
    assertThat(shown().low()).isTrue();
  }

  @Test
  void whoBuysMoreIsNone() {
    var customer = returned("140.00");
    passDays(90); // 140 in 91 days are 561.54 a year, 42 %
    settle();
    assertThat(shown().percent()).isEqualTo(42);
    assertThat(tasks(customer)).doesNotContain("low_volume open");
  }

  /** RET-09: 4 % of the turnover before, another share since. */
  @Test
  void hisShareOfTheTurnoverStandsBesideThatBefore() {
    var customer = returned("100.00");
    stories.aCustomer().amount("300.00").save();
    settle();
    assertThat(shown().shareBefore()).isEqualByComparingTo("100.0000");
    assertThat(shown().shareAfter()).isEqualByComparingTo("25.0000");
    assertThat(customer).isNotNull();
  }

  private void loseAgain(CustomerId customer, LocalDate day) {
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:customer, 2, 'LOST', :day, 'silent', :day - 90, 1, 'EUR')
            """)
        .param("customer", customer.value())
        .param("day", day)
        .update();
  }
}
