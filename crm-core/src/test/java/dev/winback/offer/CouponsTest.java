package dev.winback.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A coupon is for one customer, once, up to its last day. */
@CoreTest
class CouponsTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  @Autowired Coupons coupons;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private CustomerId customer = new CustomerId(0);

  @BeforeEach
  void aCoupon() {
    customer = stories.aCustomer("A").silentFor(100).save();
    jdbc.sql(
            """
            with l as (
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
              values (:id, 1, 'LOST', '2026-06-01', 'test', '2026-02-21', 100, 'EUR') returning id),
            e as (
              insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
              select l.id, :id, 1, 'SENT', 10, (select template_id from rung where number = 1), '2026-06-01' from l
              returning id, lapse_id)
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
            select 'ABC0123XYZ', e.id, :id, e.lapse_id, 10, '2026-06-30' from e
            """)
        .param("id", customer.value())
        .update();
  }

  @Test
  void aCouponIsValidOnItsLastDayAndNotTheDayAfter() {
    clock.setDay(LAST_DAY);
    assertThat(coupons.coupon("abc-o123-xyz", stories.marketing()).refusal(LAST_DAY)).isNull();
    clock.setDay(LAST_DAY.plusDays(1));
    assertThatThrownBy(() -> coupons.redeem("ABC0123XYZ", stories.marketing()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("letter.coupon.expired");
  }

  @Test
  void aCouponIsRedeemedOnce() {
    coupons.redeem("ABC0123XYZ", stories.marketing());
    assertThatThrownBy(() -> coupons.redeem("ABC0123XYZ", stories.marketing()))
        .hasMessageContaining("letter.coupon.used");
  }

  @Test
  void aVoidCouponIsRefusedAndAnUnknownOneIsNotFound() {
    jdbc.sql("update coupon set void_at = clock_timestamp()").update();
    assertThatThrownBy(() -> coupons.redeem("ABC0123XYZ", stories.marketing()))
        .hasMessageContaining("letter.coupon.void");
    assertThatThrownBy(() -> coupons.coupon("ZZZZZZZZZZ", stories.marketing()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> coupons.redeem("ABC0123XYZ", stories.rep("stranger")))
        .isInstanceOf(NotFound.class);
  }

  /** It would leave without a code; nobody but our own people can know it. */
  @Test
  void aCouponOfALetterThatHasNotLeftIsRefusedUntilItLeaves() {
    for (var state : new String[] {"PLANNED", "HELD", "CLAIMED"}) {
      jdbc.sql("update letter set state = :state").param("state", state).update();
      assertThatThrownBy(() -> coupons.redeem("ABC0123XYZ", stories.marketing()))
          .as(state)
          .hasMessageContaining("letter.coupon.unsent");
    }
    assertThat(coupons.coupon("ABC0123XYZ", stories.marketing()).refusal(LAST_DAY)).isNotNull();
    jdbc.sql("update letter set state = 'SUPPRESSED', hold_reason = 'SENT_AGAIN'").update();
    assertThat(coupons.redeem("ABC0123XYZ", stories.marketing()).redeemedAt()).isNotNull();
  }

  /** letters.md, "In-doubt resolution": whoever uses it has got the letter. */
  @Test
  void whoUsesTheCouponOfALetterInDoubtHasGotIt() {
    inDoubt();
    coupons.redeem("ABC0123XYZ", stories.marketing());
    assertThat(state()).isEqualTo("SENT");
    inDoubt();
    jdbc.sql("update coupon set redeemed_at = null").update();
    stories.purchase(customer, clock.instant(), "50.00", null, "abc0123xyz");
    recorded();
    assertThat(state()).isEqualTo("SENT");
  }

  private void inDoubt() {
    jdbc.sql("update letter set state = 'IN_DOUBT', announced_at = now()").update();
  }

  private String state() {
    return jdbc.sql("select state from letter").query(String.class).single();
  }

  @Test
  void aPurchaseThatNamesTheCouponUsesItAndARefundGivesItBack() {
    stories.purchase(customer, clock.instant(), "50.00", null, "abc0123xyz");
    recorded();
    recorded();
    assertThatThrownBy(() -> coupons.redeem("ABC0123XYZ", stories.marketing()))
        .hasMessageContaining("letter.coupon.used");
    jdbc.sql("update purchase set refund_told = amount where coupon is not null").update();
    recorded();
    assertThat(coupons.coupon("ABC0123XYZ", stories.marketing()).redeemedAt()).isNull();
  }

  private void recorded() {
    transaction.executeWithoutResult(
        status -> events.publishEvent(new PurchasesRecorded(Set.of(customer))));
  }
}
