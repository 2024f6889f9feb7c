package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAL-36: whom we dropped ourselves is looked at again after half a year. */
class RefusalsTest extends CareStories {

  @Autowired Refusals refusals;
  @Autowired Decisions decisions;

  @Test
  void whomWeDroppedIsListedAndDueAfterHalfAYear() {
    var customer = lost();
    assertThat(refusals.count(null, manager)).isZero();
    decisions.decide(lapse(customer), Decision.NOT_WORTH, "no margin", null, manager);
    assertThat(refusals.count(null, manager)).isEqualTo(1);
    goTo(today.plusMonths(6).minusDays(1));
    assertThat(refusals.count("due", manager)).isZero();
    passDays(1);
    assertThat(refusals.count("due", manager)).isEqualTo(1);
    var row = refusals.page("due", null, 10, manager).items().get(0);
    assertThat(row.closeReason()).isEqualTo("no margin");
    assertThat(row.closedBy()).isEqualTo("Manager");
  }

  @Test
  void whoGetsAnotherTryOrBuysIsNotListedAnyMore() {
    var customer = lost();
    decisions.decide(lapse(customer), Decision.NOT_WORTH, "no margin", null, manager);
    decisions.reopen(lapse(customer), "a new shop", manager);
    assertThat(refusals.count(null, manager)).isZero();
    decisions.decide(lapse(customer), Decision.NOT_WANTED, "rude", null, manager);
    passDays(10);
    assertThat(refusals.count(null, manager)).isEqualTo(1);
    buys(customer, "20.00");
    assertThat(refusals.count(null, manager)).isZero();
  }
}
