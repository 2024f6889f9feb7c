package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** rules.md, "late correction": the credit of a return may be told after the next loss. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatIsToldLateMakesHimTwiceLost(boolean nights) {
    var customer = returnedAfter(false);
    night();
    talks(customer, today.minusDays(92), true);
    told(customer);
    assertThat(stages(customer)).containsExactly("RETURNED", "TWICE_LOST");
    assertThat(tasksOpen(customer)).isZero();
    if (nights) {
      night();
      assertThat(stages(customer)).containsExactly("RETURNED", "TWICE_LOST");
    }
    takenBack(customer);
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
    night();
    assertThat(field(customer, "assignee")).isNotNull();
  }

  @Test
  void whomAManagerHasReopenedACallToldLateDoesNotClose() {
    var customer = returnedAfter(true);
    night();
    decisions.reopen(lapse(customer), "the director asks for him", manager);
    takenBack(customer);
    talks(customer, today.minusDays(92), true);
    told(customer);
    assertThat(stages(customer)).containsExactly("RETURNED", "DECIDED");
  }

  private void takenBack(CustomerId customer) {
    jdbc.sql("delete from contact where customer_id = :c").param("c", customer.value()).update();
    told(customer);
  }

  private void told(CustomerId customer) {
    transaction.executeWithoutResult(
        status -> events.publishEvent(new ContactsRecorded(Set.of(customer))));
  }

  private long tasksOpen(CustomerId customer) {
    return jdbc.sql("select count(*) from task where customer_id = :c and state = 'open'")
        .param("c", customer.value())
        .query(Long.class)
        .single();
  }
}
