package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** RET-02: fragile is who came back, for twelve months and as long as he is not lost again. */
class FragileYearTest extends CareStories {

  @Test
  void theYearEndsWithTheSameDayOfTheNextYear() {
    returned("20.00"); // on 1 June 2026
    assertThat(fragileNow()).isEqualTo(1);
    passDays(364);
    assertThat(fragileNow()).isEqualTo(1);
    passDays(1);
    assertThat(today).isEqualTo(LocalDate.of(2027, 6, 1));
    assertThat(fragileNow()).isZero();
  }

  @Test
  void aYearWithALeapDayHasADayMore() {
    returnedOn("2027-03-01");
    goTo(LocalDate.of(2028, 2, 29)); // 365 days later
    assertThat(fragileNow()).isEqualTo(1);
    passDays(1);
    assertThat(fragileNow()).isZero();
  }

  @Test
  void whoCameBackOnALeapDayIsSafeOnTheTwentyEighth() {
    returnedOn("2028-02-29");
    goTo(LocalDate.of(2029, 2, 27));
    assertThat(fragileNow()).isEqualTo(1);
    passDays(1);
    assertThat(fragileNow()).isZero();
  }

  @Test
  void whoIsLostAgainIsNotFragileButLost() {
    var customer = returned("20.00");
    lapse(customer, 2, "LOST");
    assertThat(fragileNow()).isZero();
    jdbc.sql("update lapse set stage = 'FALSE_ALARM' where number = 2").update();
    assertThat(fragileNow()).isEqualTo(1);
  }

  @Test
  void aRefundOfTheReturnTakesTheBadgeAway() {
    var customer = lost();
    long purchase = buys(customer, "20.00");
    assertThat(fragileNow()).isEqualTo(1);
    refunds(customer, purchase);
    assertThat(fragileNow()).isZero();
  }

  @Test
  void aRepSeesHisOwnAndTheListPages() {
    returned("20.00");
    var other = stories.rep("bob");
    assertThat(fragile.count(new FragileFilter(null), rep)).isEqualTo(1);
    assertThat(fragile.count(new FragileFilter(null), other)).isZero();
    var second = returned("30.00");
    passDays(1);
    var first = fragile.page(new FragileFilter(null), null, 1, manager);
    assertThat(first.items()).hasSize(1);
    assertThat(first.items().get(0).lapse()).isEqualTo(lapse(second).value());
    var next = fragile.page(new FragileFilter(null), first.next(), 1, manager);
    assertThat(next.items()).hasSize(1);
    assertThat(next.next()).isNull();
  }

  private void returnedOn(String day) {
    var customer = stories.aCustomer().save();
    lapse(customer, 1, "LOST");
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = cast(:day as date)")
        .param("day", day)
        .update();
  }

  private void lapse(CustomerId customer, int number, String stage) {
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:customer, :number, :stage, :day, 'silent', :day - 90, 1, 'EUR')
            """)
        .param("customer", customer.value())
        .param("number", number)
        .param("stage", stage)
        .param("day", today)
        .update();
  }
}
