package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** RET-03, RET-07, CAL-31: what follows a return, step by step, and when it ends. */
class ReturnPlanTest extends CareStories {

  private LocalDate due(CustomerId customer, String kind) {
    return jdbc.sql(
            "select due_on from task where customer_id = :c and kind = :kind and state = 'open'")
        .param("c", customer.value())
        .param("kind", kind)
        .query(LocalDate.class)
        .single();
  }

  @Test
  void aReturnIsThankedForWithinOneWorkingDay() {
    goTo(LocalDate.of(2026, 6, 5)); // a Friday
    var customer = returned("20.00");
    assertThat(tasks(customer)).containsExactly("thank_you open");
    assertThat(due(customer, "thank_you")).isEqualTo(LocalDate.of(2026, 6, 8));
  }

  @Test
  void theStepsComeInTheirTimeAndEachOnce() {
    var customer = returned("20.00");
    assertThat(steps(customer))
        .containsExactly(
            "thank_you", "after_delivery", "second_order", "month_3", "testimonial", "month_12");
    passDays(3); // Thursday: tomorrow nothing is due yet
    settle();
    assertThat(tasks(customer)).containsExactly("thank_you open");
    passDays(1);
    settle();
    assertThat(tasks(customer)).containsExactly("thank_you open", "after_delivery open");
    assertThat(due(customer, "after_delivery")).isEqualTo(LocalDate.of(2026, 6, 8));
  }

  @Test
  void theSecondOrderBringsItsCallForward() {
    var customer = returned("20.00");
    passDays(10);
    buys(customer, "30.00");
    assertThat(tasks(customer)).contains("second_order open");
    assertThat(due(customer, "second_order")).isEqualTo(LocalDate.of(2026, 6, 12));
  }

  @Test
  void withoutASecondOrderSomebodyAsksAfterSixtyDays() {
    var customer = returned("20.00");
    passDays(58);
    settle();
    assertThat(tasks(customer)).doesNotContain("second_order open");
    passDays(1);
    settle();
    assertThat(tasks(customer)).contains("second_order open");
  }

  @Test
  void thanksThatWereSaidAlreadyAreNotAskedForAgain() {
    var customer = lost();
    jdbc.sql(
            """
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
            values (:lapse, :customer, :member, 'thank_you', 'done', :day)
            """)
        .param("lapse", lapse(customer).value())
        .param("customer", customer.value())
        .param("member", rep.member())
        .param("day", today)
        .update();
    buys(customer, "20.00");
    settle();
    assertThat(tasks(customer)).containsExactly("thank_you done");
  }

  @Test
  void aRefundOfTheReturnEndsThePlanAndAnotherReturnBringsItBack() {
    var customer = lost();
    refunds(customer, buys(customer, "20.00"));
    assertThat(tasks(customer)).containsExactly("thank_you cancelled");
    assertThat(steps(customer)).isEmpty();
    passDays(3);
    buys(customer, "25.00");
    assertThat(tasks(customer)).containsExactly("thank_you open");
    assertThat(steps(customer)).hasSize(6);
  }

  @Test
  void whoIsLostAgainIsNotThankedAnyMore() {
    var customer = returned("20.00");
    done(customer, "thank_you");
    passDays(7);
    settle();
    assertThat(tasks(customer)).containsExactly("thank_you done", "after_delivery open");
    passDays(200);
    nightly.run(today);
    assertThat(row(customer)).containsEntry("number", 2);
    assertThat(tasks(customer)).contains("after_delivery cancelled").doesNotContain("month_3 open");
    assertThat(steps(customer)).containsExactly("thank_you");
  }

  @Test
  void whomNobodyAtWorkHasIsShownAsSuchAndGetsNoTask() {
    var customer = lost();
    jdbc.sql("update member set active = false where role = 'REP'").update();
    buys(customer, "20.00");
    assertThat(tasks(customer)).isEmpty();
    assertThat(fragile.count(new FragileFilter("nobody"), manager)).isEqualTo(1);
    jdbc.sql("update member set active = true").update();
    settle();
    assertThat(tasks(customer)).containsExactly("thank_you open");
  }

  @Test
  void aReturnOfLastWinterIsNotThankedForInSummer() {
    var customer = returned("20.00");
    jdbc.sql("delete from aftercare_step").update();
    jdbc.sql("delete from task").update();
    passDays(60);
    settle();
    assertThat(steps(customer))
        .containsExactly("second_order", "month_3", "testimonial", "month_12");
  }

  @Test
  void aListOfTheFragileNamesTheReasonAndTheNextStep() {
    var customer = returned("20.00");
    jdbc.sql(
            """
            insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
            values (:lapse, :customer, :now, '{stated}', 'delivery', 'customer')
            """)
        .param("lapse", lapse(customer).value())
        .param("customer", customer.value())
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
    var row = fragile.page(new FragileFilter(null), null, 10, manager).items().get(0);
    assertThat(row.reason()).isEqualTo("delivery");
    assertThat(row.nextKind()).isEqualTo("thank_you");
    assertThat(row.nextMember()).isEqualTo("Ann");
    assertThat(row.until()).isEqualTo(today.plusYears(1));
  }
}
