package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import org.junit.jupiter.api.Test;

/** DEC-27, I4: twice lost after a return that we earned: no work, no ladder. */
class TwiceLostTest extends LapseStories {

  private CustomerId returnedAfter(boolean talk) {
    stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    passDays(5);
    if (talk) {
      talks(customer, today.minusDays(1), true);
    }
    buys(customer, today);
    passDays(90);
    return customer;
  }

  @Test
  void whoLapsesAfterAnEarnedReturnIsTwiceLostAtOnce() {
    var customer = returnedAfter(true);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "TWICE_LOST");
    assertThat(field(customer, "assignee")).isNull();
  }

  @Test
  void whoCameBackByHimselfIsNot() {
    var customer = returnedAfter(false);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
  }

  @Test
  void aPurchaseReturnsTheTwiceLostToo() {
    var customer = returnedAfter(true);
    night();
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("RETURNED", "RETURNED");
  }

  @Test
  void aManagerMayReopenWithAReason() {
    var customer = returnedAfter(true);
    night();
    decisions.reopen(lapse(customer), "the director asks for him", manager);
    assertThat(stages(customer)).containsExactly("RETURNED", "DECIDED");
  }

  /** Late facts change what follows from them: the call is told, or taken back, after the night. */
  @Test
  void aCallThatIsToldLateMakesHimTwiceLost() {
    var customer = returnedAfter(false);
    night();
    talks(customer, today.minusDays(91), true);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "TWICE_LOST");
    jdbc.sql("delete from contact").update();
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
  }

  @Test
  void aTryThatAManagerGaveIsNotTakenAwayByALateCall() {
    var customer = returnedAfter(true);
    night();
    decisions.reopen(lapse(customer), "the director asks for him", manager);
    talks(customer, today.minusDays(91), true);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "DECIDED");
  }
}
