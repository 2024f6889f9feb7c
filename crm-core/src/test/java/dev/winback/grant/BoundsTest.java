package dev.winback.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEC-31, DEC-32, DEC-34: bounds that nobody can approve away. */
class BoundsTest extends GrantStories {

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  @Test
  void theFloorIsLeftWhoeverGivesIt() {
    rules("5", 60);
    refused("grant.refused.floor", () -> offer(manager, "discount", "percent", "26"));
    assertThat(offer(manager, "discount", "percent", "25").marginAfter()).isEqualByComparingTo("5");
  }

  @Test
  void noDiscountIsAboveTheHighest() {
    rules("0", 20);
    refused("grant.refused.most", () -> offer(manager, "discount", "percent", "21"));
    assertThat(offer(manager, "discount", "percent", "20").state()).isEqualTo("given");
  }

  @Test
  void whatItCostsBesideCountsForTheFloor() {
    refused("grant.refused.floor", () -> offer(manager, "gift", "fixed", "25.01"));
    assertThat(offer(manager, "gift", "fixed", "25").marginAfter()).isEqualByComparingTo("5");
  }

  @Test
  void thereIsNoSecondDiscountWhileOneRunsOrWaits() {
    var first = offer(rep, "discount", "percent", "20");
    refused("grant.refused.waiting", () -> offer(rep, "discount"));
    grants.withdraw(id(first), rep);
    var second = offer(rep, "discount");
    assertThat(second.state()).isEqualTo("given");
    refused("grant.refused.second", () -> offer(manager, "both"));
    assertThat(offer(rep, "gift").state()).as("no discount").isEqualTo("given");
    grants.answer(id(second), false, rep);
    assertThat(offer(rep, "discount").state()).as("he did not want the first").isEqualTo("given");
  }

  @Test
  void aDiscountThatHasExpiredMakesRoom() {
    var first = offer(rep, "discount");
    clock.setDay(first.validUntil());
    refused("grant.refused.second", () -> offer(rep, "discount"));
    clock.setDay(first.validUntil().plusDays(1));
    assertThat(now(first).state()).isEqualTo("expired");
    assertThat(offer(rep, "discount").state()).isEqualTo("given");
  }

  @Test
  void aCouponThatALetterBroughtIsADiscountThatRuns() {
    jdbc.sql(
            """
            with e as (
              insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
              select l.id, l.customer_id, 1, 'SENT', 10, (select template_id from rung where number = 1), l.opened_on
                from lapse l where l.id = :lapse returning id, lapse_id, customer_id)
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
            select 'ABC0123XYZ', e.id, e.customer_id, e.lapse_id, 10, :until from e
            """)
        .param("lapse", lapse.value())
        .param("until", clock.today().plusDays(3))
        .update();
    refused("grant.refused.second", () -> offer(manager, "discount"));
    clock.setDay(clock.today().plusDays(4));
    assertThat(offer(manager, "discount").state()).isEqualTo("given");
  }

  /** DEC-31: golden boundaries. */
  @ParameterizedTest
  @CsvSource({"9, false", "10, true", "50, true", "51, false"})
  void aDebtIsWrittenOffBetweenTenAndFiftyPercent(String percent, boolean ok) {
    if (ok) {
      var debt = offer(manager, "debt", "percent", percent, "debt", "1000");
      assertThat(debt.cost()).isEqualByComparingTo("" + Integer.parseInt(percent) * 10);
      assertThat(debt.marginAfter()).as("no part of the order").isNull();
    } else {
      refused(
          "grant.refused.debt", () -> offer(manager, "debt", "percent", percent, "debt", "1000"));
    }
  }

  /** DEC-31: part of what is repaid becomes a prepayment, and costs as much. */
  @Test
  void partOfARepaidDebtMayBecomeAPrepayment() {
    var debt = offer(manager, "debt", "percent", "20", "debt", "1000", "prepaid", "10");
    assertThat(debt.cost()).as("200, and a tenth of 800").isEqualByComparingTo("280");
    refused("grant.refused.prepaid", () -> offer(manager, "debt", "debt", "10", "prepaid", "51"));
    refused("grant.refused.debt-amount", () -> offer(manager, "debt"));
    assertThat(couponsOf(debt)).isEmpty();
  }

  /** DEC-31: by length of relation, volume and delays. */
  @ParameterizedTest
  @CsvSource({
    "0, , , 10",
    "1, , , 15",
    "3, , , 25",
    "9, , , 25",
    "0, A, , 25",
    "0, B, , 20",
    "0, C, , 15",
    "0, D, , 10",
    "0, , 7, 20",
    "0, , 8, 15",
    "0, , 30, 15",
    "0, , 31, 10",
    "3, A, 0, 50"
  })
  void thePercentOfADebtGoesByLengthVolumeAndDelays(
      int years, String abc, Integer late, int percent) {
    var last = LocalDate.of(2026, 1, 1);
    assertThat(DebtRule.of(last.minusYears(years), last, abc, late).percent()).isEqualTo(percent);
  }

  /** DEC-34. */
  @Test
  void whoMakesGoodAddsSomething() {
    refused("grant.refused.plus", () -> offer(rep, "make-good"));
    refused("grant.refused.plus", () -> offer(rep, "make-good", "plus", "discount"));
    var both = offer(rep, "make-good", "plus", "postcard");
    assertThat(both.cost()).as("10 and 2").isEqualByComparingTo("12");
    assertThat(both.plus()).isEqualTo("postcard");
  }

  @Test
  void whatIsRetiredIsNotOffered() {
    offers.retire("gift", manager);
    refused("grant.refused.kind", () -> offer(rep, "gift"));
    refused("grant.refused.kind", () -> offer(rep, "nonsense"));
  }

  @Test
  void whoPaysInAnotherCurrencyHasNoOrderAndAManagerDecides() {
    jdbc.sql("update customer_value set currency = 'USD'").update();
    var asked = offer(rep, "discount");
    assertThat(asked.state()).isEqualTo("asked");
    assertThat(asked.cost()).isNull();
    rules("21", 60);
    grants.withdraw(id(asked), rep);
    refused("grant.refused.floor-percent", () -> offer(manager, "discount"));
    assertThat(offer(rep, "postcard").state()).as("its cost is known").isEqualTo("given");
  }

  @Test
  void aClosedLossIsOfferedNothing() {
    jdbc.sql("update lapse set stage = 'REFUSED', version = version + 1").update();
    refused("refused.lapse.closed", () -> offer(rep, "gift"));
  }

  @Test
  void anotherRepFindsNothing() {
    var other = stories.rep("otto");
    assertThatThrownBy(() -> offer(other, "gift")).isInstanceOf(NotFound.class);
    var gift = offer(rep, "gift");
    assertThatThrownBy(() -> grants.answer(id(gift), true, other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> lists.one(id(gift), other)).isInstanceOf(NotFound.class);
  }

  @ParameterizedTest
  @CsvSource({"fixed, 1000000.01", "prepaid, 10.5", "percent, 5.5"})
  void aNumberThatIsNoneIsRefusedAtItsField(String field, String number) {
    assertThatThrownBy(() -> offer(manager, "gift", field, number))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo(field));
  }

  @Test
  void anAnswerIsYesOrNo() {
    var gift = offer(rep, "gift");
    refused("grant.refused.answer", () -> grants.answer(id(gift), null, rep));
    assertThat(now(gift).state()).isEqualTo("given");
  }

  /** OPS-02: as long as it runs. */
  @Test
  void aCampaignThatRunsAllowsNoHigherDiscountThanItsOwn() {
    jdbc.sql(
            """
            with k as (
              insert into campaign (title, state, lead_id, starts_on, ends_on, most_percent, created_by, created_at)
              select 'Spring', 'running', id, date '2026-06-01', date '2026-06-30', 8, id, now() from member where login = 'manager'
              returning id)
            insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at)
            select k.id, l.id, l.customer_id, now() from k, lapse l
            """)
        .update();
    refused("grant.refused.most", () -> offer(manager, "discount", "percent", "9"));
    var eight = offer(manager, "discount", "percent", "8");
    grants.withdraw(id(eight), manager);
    jdbc.sql("update campaign set state = 'ended'").update();
    assertThat(offer(manager, "discount", "percent", "9").state()).isEqualTo("given");
  }

  /** OPS-02: nobody need press a button on its last day. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 2026-05-31, false",
    "2026-05-01, 2026-06-01, true",
    "2026-06-02, 2026-06-30, false"
  })
  void aCampaignAllowsNoHigherDiscountOnItsDays(String from, String to, boolean runs) {
    jdbc.sql(
            """
            with k as (
              insert into campaign (title, state, lead_id, starts_on, ends_on, most_percent, created_by, created_at)
              select 'Spring', 'running', id, date '%s', date '%s', 8, id, now() from member where login = 'manager'
              returning id)
            insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at)
            select k.id, l.id, l.customer_id, now() from k, lapse l
            """
                .formatted(from, to))
        .update();
    if (runs) {
      refused("grant.refused.most", () -> offer(manager, "discount", "percent", "9"));
    } else {
      assertThat(offer(manager, "discount", "percent", "9").state()).isEqualTo("given");
    }
  }

  /** DEC-32, DEC-34: what comes on top of a debt is part of the next order. */
  @Test
  void whatIsPutOnTopOfADebtCostsAndIsBoundByTheFloor() {
    var both = offer(manager, "debt", "percent", "10", "debt", "1000", "plus", "gift");
    assertThat(both.cost()).as("100, and a gift of 10").isEqualByComparingTo("110");
    assertThat(both.marginAfter()).as("30 less 10").isEqualByComparingTo("20");
    grants.withdraw(id(both), manager);
    rules("21", 60);
    refused(
        "grant.refused.floor",
        () -> offer(manager, "debt", "percent", "10", "debt", "1000", "plus", "gift"));
    assertThat(offer(manager, "debt", "percent", "10", "debt", "1000").state()).isEqualTo("given");
  }
}
