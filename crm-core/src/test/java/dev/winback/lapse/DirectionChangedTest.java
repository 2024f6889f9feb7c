package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.event.BusinessEvents;
import dev.winback.event.EventEntry;
import dev.winback.report.EventLosses;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-21: a loss is closed because we changed direction, and is counted apart from the others. */
class DirectionChangedTest extends LapseStories {

  @org.springframework.beans.factory.annotation.Autowired Assignments assignments;

  @Autowired LostCustomers lost;
  @Autowired EventLosses eventLosses;
  @Autowired BusinessEvents businessEvents;

  @Test
  void itIsCountedApartUntilItIsTakenBack() {
    var first = stories.aCustomer().silentFor(100).save();
    var second = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(first), Decision.DIRECTION_CHANGED, "", null, manager);
    decisions.decide(lapse(second), Decision.NOT_WORTH, "", null, manager);
    assertThat(stages(first)).containsExactly("NOT_WANTED");
    assertThat(count("stage=direction-changed")).isEqualTo(1);
    assertThat(count("stage=ever")).as("what the reports count").isEqualTo(1);
    assertThat(count("stage=not-wanted")).isEqualTo(2);
    assertThat(aroundAnEvent()).isEqualTo(1);
    decisions.undo(lapse(first), manager);
    assertThat(count("stage=direction-changed")).isZero();
    assertThat(count("stage=ever")).isEqualTo(2);
  }

  /** UND-22: the number is as long as the list that it opens. */
  private long aroundAnEvent() {
    var day = today.minusDays(100).toString();
    businessEvents.add(new EventEntry(day, "strike", "No lorries"), manager);
    return eventLosses.page(null, 1, manager).items().get(0).losses();
  }

  private int count(String query) {
    return lost.count(LostFilter.of(query), manager);
  }

  @Test
  void whoIsNotWantedIsNotWantedForAReason() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    assertThatThrownBy(
            () -> decisions.decide(lapse(customer), Decision.NOT_WANTED, " ", null, manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("reason"));
    decisions.decide(lapse(customer), Decision.NOT_WANTED, "rude", null, manager);
    assertThat(lapses.row(lapse(customer), manager).closeReason()).isEqualTo("rude");
  }

  @Test
  void nobodyIsTouchedUntilSomebodyDoesSomething() {
    var first = stories.aCustomer().silentFor(100).save();
    stories.aCustomer().silentFor(100).save();
    night();
    assertThat(count("work=new")).isEqualTo(2);
    assertThat(count("work=touched")).isZero();
    decisions.decide(lapse(first), Decision.LATER, "", null, manager);
    assertThat(count("work=new")).isEqualTo(1);
    assertThat(count("work=touched")).isEqualTo(1);
    assertThatThrownBy(() -> count("work=perhaps")).isInstanceOf(Refused.class);
  }

  @Test
  void whatWasPutOffIsNewWorkAgainOnItsDay() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.LATER, "", today.plusDays(3), manager);
    passDays(2);
    assertThat(count("work=new") + count("work=no-next")).isZero();
    passDays(1);
    assertThat(count("work=new")).isEqualTo(1);
    assertThat(count("work=no-next")).isEqualTo(1);
    decisions.decide(lapse(customer), Decision.LATER, "", today.plusDays(3), manager);
    assertThat(count("work=new") + count("work=no-next")).isZero();
    decisions.decide(lapse(customer), Decision.RETURN, "", null, manager);
    assertThat(count("work=touched")).isEqualTo(1);
    assertThat(count("work=no-next")).as("decided, and nobody has a step").isEqualTo(1);
  }

  @Test
  void anAssignmentIsTakenBackToWhoHadItBefore() {
    var customer = stories.aCustomer().silentFor(100).save();
    var night = stories.rep("night");
    night();
    assertThat(lapses.row(lapse(customer), manager).assignee()).isEqualTo("night");
    stories.rep("day");
    decisions.assign(lapse(customer), "day", null, manager);
    assertThat(lapses.row(lapse(customer), manager).assignee()).isEqualTo("day");
    decisions.undo(lapse(customer), manager);
    assertThat(lapses.row(lapse(customer), manager).assignee()).isEqualTo(night.login());
    assertThatThrownBy(() -> decisions.undo(lapse(customer), manager)).isInstanceOf(Refused.class);
  }

  private void assigned(CustomerId customer, String login) {
    decisions.assign(lapse(customer), login, null, manager);
  }

  private CustomerId given(String login) {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    assigned(customer, stories.rep(login).login());
    return customer;
  }

  private String assignee(CustomerId customer) {
    return lapses.row(lapse(customer), manager).assignee();
  }

  @Test
  void whatWasTakenBackInBetweenIsNotWhoHadItBefore() {
    var customer = given("ann");
    for (var login : List.of("bob", "cid")) {
      stories.rep(login);
      assigned(customer, login);
      decisions.undo(lapse(customer), manager);
      assertThat(assignee(customer)).isEqualTo("ann");
    }
  }

  @Test
  void whoHasLeftMeanwhileGetsNothingBack() {
    var customer = given("ann");
    stories.rep("bob");
    assigned(customer, "bob");
    jdbc.sql("update member set active = false where login = 'ann'").update();
    decisions.undo(lapse(customer), manager);
    assertThat(field(customer, "assignee")).isNull();
    assertThat(field(customer, "queue_reason")).isEqualTo("taken-back");
  }

  @Test
  void whoLostHimKeepsHimByTheReasonThatAManagerGave() {
    var customer = given("ann");
    jdbc.sql("update lapse set lost_by = assignee").update();
    decisions.assign(lapse(customer), "ann", "speaks Finnish", manager);
    stories.rep("bob");
    assigned(customer, "bob");
    decisions.undo(lapse(customer), manager);
    passDays(1);
    night();
    assertThat(assignee(customer)).isEqualTo("ann");
    assertThat(field(customer, "override_reason")).isEqualTo("speaks Finnish");
  }

  /** DEC-23. */
  @Test
  void whatWasLeftToTheLettersGoesBackToHisRepAndNeverWhenItIsClosed() {
    var customer = given("ann");
    assignments.leaveToMarketing(lapse(customer), manager);
    decisions.undo(lapse(customer), manager);
    assertThat(assignee(customer)).isEqualTo("ann");
    assignments.leaveToMarketing(lapse(customer), manager);
    assigned(customer, "ann");
    decisions.undo(lapse(customer), manager);
    assertThat(field(customer, "queue_reason")).isEqualTo("marketing");
    decisions.decide(lapse(customer), Decision.NOT_WORTH, "", null, manager);
    assertThatThrownBy(() -> assignments.leaveToMarketing(lapse(customer), manager))
        .isInstanceOf(Refused.class);
  }
}
