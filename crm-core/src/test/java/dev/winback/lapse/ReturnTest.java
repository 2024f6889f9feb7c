package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The till tells of the coupon, and the order names none. */
  @ParameterizedTest
  @CsvSource({"15, coupon", "-30, coupon", "36, none"})
  void aCouponUsedAtTheTillEarnsTheNextOrderFromThatDayOn(int hours, String credit) {
    var customer = lost();
    coupon(customer, "ABCDEFGH23");
    passDays(5);
    jdbc.sql("update coupon set redeemed_at = :at")
        .param(
            "at",
            noon(today).plusSeconds(3600L * hours).minusSeconds(3600 * 12).atOffset(ZoneOffset.UTC))
        .update();
    buys(customer, today);
    assertThat(field(customer, "credit")).isEqualTo(credit);
  }

  /** Our fault and thanks with a discount win back too; a wish and a farewell offer nothing. */
  @ParameterizedTest
  @CsvSource({"-6, letter", "-16, letter", "-8, none", "-9, none", "-4, none"})
  void aLetterBesideTheLadderEarnsItWhereItInvites(int rung, String credit) {
    var customer = lost();
    sent(customer, rung);
    passDays(5);
    buys(customer, today);
    assertThat(field(customer, "credit")).isEqualTo(credit);
  }

  private void sent(CustomerId customer, int rung) {
    jdbc.sql(
            """
            with prompted as (
              insert into prompt (customer_id, rung, about, lapse_id)
              select customer_id, :rung, 'story', case when :rung = -6 then id end
                from lapse where customer_id = :customer and :rung <= -6
              returning id)
            insert into letter (lapse_id, customer_id, prompt_id, rung, state, percent, template_id, due_on, sent_at)
            select id, customer_id, (select id from prompted), :rung, 'SENT', 0, (select min(id) from template), :day, :at
              from lapse where customer_id = :customer
            """)
        .param("customer", customer.value())
        .param("rung", rung)
        .param("day", today)
        .param("at", noon(today).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** LET-19: it is a letter, on paper. */
  @Test
  void aLetterOfTheDirectorEarnsItOnceItWasBrought() {
    var customer = lost();
    jdbc.sql(
            """
            insert into director_letter (lapse_id, customer_id, envelope, body, asked_by, asked_at)
            select id, customer_id, 'To him', 'Come back', :member, :at from lapse
            """)
        .param("member", manager.member())
        .param("at", noon(today).atOffset(ZoneOffset.UTC))
        .update();
    passDays(5);
    long purchase = buys(customer, today);
    assertThat(field(customer, "credit")).isEqualTo("none");
    jdbc.sql("update director_letter set handed_by = asked_by, handed_at = asked_at").update();
    becomes(customer, purchase, "paid");
    assertThat(field(customer, "credit")).isEqualTo("letter");
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

  /** rules.md, "late correction": the same call told again, of another rep. */
  @Test
  void aCorrectedCallEarnsForWhoMadeIt() {
    var ann = stories.rep("ann");
    var bob = stories.rep("bob");
    var customer = lost();
    talks(customer, today, true);
    jdbc.sql("update contact set member_id = " + ann.member()).update();
    passDays(1);
    buys(customer, today);
    assertThat(field(customer, "credit_member")).isEqualTo(ann.member());
    jdbc.sql("update contact set member_id = " + bob.member()).update();
    night();
    assertThat(field(customer, "credit_member")).isEqualTo(bob.member());
  }
}
