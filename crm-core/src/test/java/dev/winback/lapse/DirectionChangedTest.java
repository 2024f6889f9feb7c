package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-21: a loss is closed because we changed direction, and is counted apart from the others. */
class DirectionChangedTest extends LapseStories {

  @Autowired LostCustomers lost;

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
    decisions.undo(lapse(first), manager);
    assertThat(count("stage=direction-changed")).isZero();
    assertThat(count("stage=ever")).isEqualTo(2);
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
}
