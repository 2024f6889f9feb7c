package dev.winback.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.Refused;
import dev.winback.testing.MovableClock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an offer: its coupon, its end, the return that redeems it (RET-01, MEA-07). */
class GivenOffersTest extends GrantStories {

  @Autowired Lapses lapses;
  @Autowired Customers customers;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private CustomerId customer() {
    return lapses.requireVisible(lapse, manager);
  }

  private void buys(@Nullable String coupon) {
    clock.setDay(MovableClock.START.plusDays(2));
    Instant noon = clock.today().atTime(12, 0).atZone(clock.getZone()).toInstant();
    stories.purchase(customer(), noon, "80.00", null, coupon);
    tell();
  }

  private void tell() {
    transaction.executeWithoutResult(
        status -> events.publishEvent(new PurchasesRecorded(Set.of(customer()))));
  }

  @Test
  void aDiscountHasACouponAndAGiftHasNone() {
    var discount = offer(rep, "discount");
    assertThat(coupons.coupon(discount.coupon(), rep).percent()).isEqualTo(10);
    assertThat(discount.validUntil()).isEqualTo(clock.today().plusDays(30));
    assertThat(discount.answerBy()).isEqualTo(clock.today().plusDays(3));
    assertThat(offer(rep, "gift").coupon()).isNull();
  }

  @Test
  void theReturnRedeemsItAndTheGiverHasEarnedIt() {
    var discount = offer(rep, "discount");
    buys(discount.coupon());
    assertThat(now(discount).state()).isEqualTo("used");
    var row =
        jdbc.sql("select credit, credit_member from lapse where id = :id")
            .param("id", lapse.value())
            .query()
            .singleRow();
    assertThat(row).containsEntry("credit", "coupon").containsEntry("credit_member", rep.member());
    assertThatThrownBy(() -> grants.withdraw(id(discount), rep)).isInstanceOf(Refused.class);
  }

  @Test
  void aRefundTakesTheReturnAwayAndTheOfferRunsAgain() {
    var discount = offer(rep, "discount");
    buys(null);
    assertThat(now(discount).state()).isEqualTo("used");
    assertThat(couponsOf(discount).get(0).get("void_at")).as("one order is meant").isNotNull();
    jdbc.sql("update purchase set status = 'refunded' where amount = 80").update();
    tell();
    assertThat(now(discount).state()).isEqualTo("given");
    assertThat(couponsOf(discount).get(0).get("void_at")).isNull();
  }

  @Test
  void anExitEndsItAndItsUndoBringsItBack() {
    var discount = offer(rep, "discount");
    var before = lapses.state(lapse);
    lapses.close(lapse, Stage.REFUSED, "price", rep);
    assertThat(now(discount).state()).isEqualTo("expired");
    assertThat(couponsOf(discount).get(0).get("void_at")).isNotNull();
    transaction.executeWithoutResult(status -> lapses.restore(before, rep));
    assertThat(now(discount).state()).isEqualTo("given");
    assertThat(couponsOf(discount).get(0).get("void_at")).isNull();
  }

  @Test
  void aQuestionAboutAClosedLossWaitsForNobody() {
    offer(rep, "discount", "percent", "20");
    assertThat(lists.waiting(manager)).isEqualTo(1);
    lapses.close(lapse, Stage.REFUSED, "price", rep);
    assertThat(lists.waiting(manager)).isZero();
    assertThat(newest(lapse).state()).isEqualTo("withdrawn");
  }

  @Test
  void whatIsWithdrawnVoidsItsCoupon() {
    var discount = offer(rep, "discount");
    grants.withdraw(id(discount), rep);
    assertThat(coupons.coupon(discount.coupon(), manager).isVoid()).isTrue();
    assertThatThrownBy(() -> grants.withdraw(id(discount), rep)).isInstanceOf(Refused.class);
  }

  /** Every number of the report opens as many rows in the list. */
  @Test
  void theReportCountsWhatTheListShows() {
    var discount = offer(rep, "discount");
    var gift = offer(rep, "gift");
    grants.answer(id(gift), false, rep);
    offer(rep, "director-letter");
    grants.answer(id(discount), true, rep);
    var made = new GrantFilter("made", null, null, null, null, null);
    var lines = lists.report("kind", made, manager);
    assertThat(lines).extracting(OfferLine::key).containsExactly("discount", "gift");
    assertThat(lines).extracting(OfferLine::taken).containsExactly(1L, 0L);
    for (var line : lines) {
      assertThat(count("made", line.key())).isEqualTo(line.given());
      assertThat(count("taken", line.key())).isEqualTo(line.taken());
      assertThat(count("declined", line.key())).isEqualTo(line.declined());
    }
    buys(discount.coupon());
    assertThat(lists.report("reason", made, manager))
        .singleElement()
        .satisfies(line -> assertThat(line.returned()).isEqualTo(1))
        .satisfies(line -> assertThat(line.cost()).isEqualByComparingTo("10"));
    assertThat(choices.of(lapse, manager).choices())
        .filteredOn(choice -> choice.kind().code().equals("discount"))
        .singleElement()
        .satisfies(choice -> assertThat(choice.own().returned()).isEqualTo(1));
  }

  private long count(String state, String kind) {
    return lists.count(new GrantFilter(state, kind, null, null, null, null), manager);
  }

  @Test
  void theWordsOfPeopleGoWithAnErasedPerson() {
    offer(rep, "discount", "percent", "20", "note", "his daughter is ill");
    customers.erase("LOST", manager);
    assertThat(
            jdbc.sql("select count(*) from offer_grant where note is not null")
                .query(Long.class)
                .single())
        .isZero();
  }
}
