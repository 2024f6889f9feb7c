package dev.winback.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** OPS-07, UND-04: a reason is mended from a day until the day it was repaired on. */
@CoreTest
class RepairsTest {

  @Autowired Reasons reasons;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  private Actor manager;
  private LocalDate today;

  @BeforeEach
  void start() {
    manager = stories.manager();
    today = clock.today();
  }

  private Reason repair(String since, String repaired) {
    return reasons.repair("delivery", new RepairEntry(since, repaired), manager);
  }

  @Test
  void aReasonIsInRepairUntilTheDayItWasRepairedOn() {
    assertThat(repair("" + today, "").inRepair()).isTrue();
    assertThat(repair("" + today, "").inRepair()).as("twice").isTrue();
    var done = repair("" + today, "" + today);
    assertThat(done.inRepair()).isFalse();
    assertThat(done.repairedOn()).isEqualTo(today);
    assertThat(repair("", "").repairSince()).as("taken back").isNull();
  }

  @Test
  void aRepairOfWhichNobodyToldTheBeginningBeganOnTheDayItWasDone() {
    var done = repair(null, "" + today.minusDays(3));
    assertThat(done.repairSince()).isEqualTo(today.minusDays(3));
    assertThat(done.inRepair()).isFalse();
  }

  @Test
  void noDayOfARepairIsToComeAndTheEndIsNotBeforeTheBeginning() {
    assertRefused("" + today.plusDays(1), "", "since");
    assertRefused("" + today, "" + today.plusDays(1), "repaired");
    assertRefused("" + today, "" + today.minusDays(1), "repaired");
    assertRefused("soon", "", "since");
  }

  private void assertRefused(String since, String repaired, String field) {
    assertThatThrownBy(() -> repair(since, repaired))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void aRepDoesNotSayWhatIsRepaired() {
    var rep = stories.rep("rep");
    assertThatThrownBy(() -> reasons.repair("delivery", new RepairEntry("", ""), rep))
        .isInstanceOf(NotAllowed.class);
  }
}
