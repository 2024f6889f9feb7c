package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import org.junit.jupiter.api.Test;

/** RET-01; I3: RETURNED needs a counting purchase from the opening on; credit of rules.md. */
class ReturnTest extends LapseStories {

  private CustomerId lost() {
    var customer = stories.aCustomer().silentFor(120).save();
    night();
    return customer;
  }

  @Test
  void aPurchaseReturnsTheLapseByItself() {
    var customer = lost();
    passDays(3);
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("RETURNED");
    assertThat(field(customer, "credit")).isEqualTo("none");
    assertThat(day(customer, "returned_on")).isEqualTo(today);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED");
  }

  @Test
  void aPurchaseOfTheOpeningDayReturnsToo() {
    var customer = lost();
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("RETURNED");
  }

  @Test
  void aTalkOrAPendingOrderDoesNotReturn() {
    var customer = lost();
    talks(customer, today, true);
    becomes(customer, buys(customer, today), "pending");
    night();
    assertThat(stages(customer)).containsExactly("LATE");
  }

  @Test
  void theLastTouchWithinSixtyDaysEarnsTheCredit() {
    var customer = lost();
    talks(customer, today, true);
    passDays(60);
    buys(customer, today);
    assertThat(field(customer, "credit")).isEqualTo("call");
  }

  @Test
  void aTouchOfSixtyOneDaysAgoOrACallThatReachedNobodyEarnsNothing() {
    var customer = lost();
    talks(customer, today, true);
    passDays(61);
    talks(customer, today.minusDays(1), false);
    buys(customer, today);
    assertThat(field(customer, "credit")).isEqualTo("none");
  }

  @Test
  void aTouchAfterThePurchaseEarnsNothing() {
    var customer = lost();
    buys(customer, today);
    talks(customer, today.plusDays(1), true);
    passDays(2);
    night();
    assertThat(field(customer, "credit")).isEqualTo("none");
  }

  @Test
  void aTouchThatArrivesLateIsCreditedByTheNextNight() {
    var customer = lost();
    passDays(10);
    buys(customer, today);
    talks(customer, today.minusDays(1), true);
    night();
    assertThat(field(customer, "credit")).isEqualTo("call");
  }

  @Test
  void aCouponGoesBeforeALaterCall() {
    var customer = lost();
    coupon(customer, "ABCDEFGH23");
    passDays(5);
    talks(customer, today.minusDays(1), true);
    long purchase = buysWith(customer, today, " abcdefgh23 ");
    assertThat(field(customer, "credit")).isEqualTo("coupon");
    assertThat(jdbc.sql("select purchase_id from coupon").query(Long.class).single())
        .isEqualTo(purchase);
    refund(customer, purchase);
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(jdbc.sql("select redeemed_at is null from coupon").query(Boolean.class).single())
        .isTrue();
  }

  @Test
  void aCouponOfSomebodyElseEarnsNothing() {
    var customer = lost();
    var other = lost();
    coupon(other, "ABCDEFGH23");
    buysWith(customer, today, "ABCDEFGH23");
    assertThat(field(customer, "credit")).isEqualTo("none");
    assertThat(jdbc.sql("select redeemed_at is null from coupon").query(Boolean.class).single())
        .isTrue();
  }

  @Test
  void aFullRefundTakesTheReturnBackAndTheNextPurchaseReturnsAgain() {
    var customer = lost();
    refund(customer, buys(customer, today));
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(field(customer, "returned_on")).isNull();
    passDays(10);
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("RETURNED");
  }

  @Test
  void anEarlierPurchaseThatArrivesLaterBecomesTheReturn() {
    var customer = lost();
    passDays(20);
    buys(customer, today);
    buys(customer, today.minusDays(10));
    assertThat(day(customer, "returned_on")).isEqualTo(today.minusDays(10));
  }

  @Test
  void aPurchaseWinsBackTheRefusedButNotTheUnwanted() {
    var refused = lost();
    var unwanted = lost();
    lapses.close(lapse(refused), Stage.REFUSED, "no", manager);
    lapses.close(lapse(unwanted), Stage.NOT_WANTED, "no", manager);
    passDays(1);
    long purchase = buys(refused, today);
    buys(unwanted, today);
    assertThat(stages(refused)).containsExactly("RETURNED");
    assertThat(stages(unwanted)).containsExactly("NOT_WANTED");
    refund(refused, purchase);
    assertThat(stages(refused)).containsExactly("REFUSED");
  }

  @Test
  void aBackDatedPurchaseThatLeavesTooLittleSilenceIsAFalseAlarm() {
    var customer = lost();
    long purchase = buys(customer, today.minusDays(89));
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    refund(customer, purchase);
    assertThat(stages(customer)).containsExactly("LATE");
  }

  @Test
  void aBackDatedPurchaseThatLeavesEnoughSilenceOnlyMovesTheDate() {
    var customer = lost();
    buys(customer, today.minusDays(90));
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(day(customer, "silent_since")).isEqualTo(today.minusDays(90));
  }

  @Test
  void theSilenceAfterAFalseAlarmIsANewOne() {
    var customer = lost();
    buys(customer, today.minusDays(89));
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "LATE");
  }

  @Test
  void aRefundOfTheReturnAfterASecondLapseJoinsTheTwo() {
    var customer = lost();
    long purchase = buys(customer, today);
    passDays(95);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
    refund(customer, purchase);
    assertThat(stages(customer)).containsExactly("LATE", "FALSE_ALARM");
    night();
    becomes(customer, purchase, "paid");
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
  }

  @Test
  void theReturnIsAStepInTheHistoryOfTheLapse() {
    var customer = lost();
    buys(customer, today);
    assertThat(jdbc.sql("select kind from lapse_event order by id").query(String.class).list())
        .contains("opened", "returned");
  }

  private void coupon(CustomerId customer, String code) {
    CouponRows.give(jdbc, customer, lapse(customer), code, today.plusDays(30));
  }
}
