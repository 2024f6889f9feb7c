package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-22, I5: who lost the customer must not win him back. */
class AssignmentTest extends LapseStories {

  @Autowired Losers losers;

  @Test
  void theLoserIsNeverAssigned() {
    var ann = stories.rep("ann");
    var bob = stories.rep("bob");
    var customer = stories.aCustomer().silentFor(100).ownedBy(ann).save();
    night();
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
  }

  @Test
  void nobodyEligibleMeansTheManagersQueueWithTheReason() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    assertThat(field(customer, "queue_reason")).isEqualTo("no-rep");
    var ann = stories.rep("ann");
    var hers = stories.aCustomer().silentFor(100).ownedBy(ann).save();
    night();
    assertThat(field(hers, "queue_reason")).isEqualTo("only-losers");
    assertThat(field(hers, "assignee")).isNull();
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    assertThat(field(customer, "queue_reason")).isNull();
  }

  @Test
  void whoLostAnEarlierLapseIsNotAssignedEither() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).ownedBy(ann).save();
    night();
    jdbc.sql("update customer set owner_id = null").update();
    buys(customer, today);
    passDays(90);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
    assertThat(field(customer, "lost_by")).isNull();
    assertThat(field(customer, "assignee")).isNull();
  }

  @Test
  void workIsSharedByCapacity() {
    var ann = stories.rep("ann");
    var bob = stories.rep("bob");
    jdbc.sql("update member set capacity = 24 where id = :id").param("id", bob.member()).update();
    for (int i = 0; i < 9; i++) {
      stories.aCustomer().silentFor(100).save();
    }
    night();
    assertThat(open(ann.member())).isEqualTo(3);
    assertThat(open(bob.member())).isEqualTo(6);
  }

  @Test
  void whoLeftIsReplaced() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    var bob = stories.rep("bob");
    jdbc.sql("update member set active = false where login = 'ann'").update();
    night();
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
  }

  @Test
  void aManagerOverridesOnlyWithAReason() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).ownedBy(ann).save();
    night();
    var lapse = lapse(customer);
    assertThatThrownBy(() -> decisions.assign(lapse, "ann", " ", manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> decisions.assign(lapse, "ann", "I can", ann))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> decisions.assign(lapse, stories.marketing().login(), null, manager))
        .isInstanceOf(Refused.class);
    decisions.assign(lapse, "ann", "nobody else speaks Finnish", manager);
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    assertThat(field(customer, "override_reason")).isEqualTo("nobody else speaks Finnish");
    night();
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    assertThat(jdbc.sql("select action from audit").query(String.class).list())
        .contains("lapse.assigned");
  }

  @Test
  void whoIsFoundToHaveLostHimLosesTheLapse() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    losers.correct(lapse(customer), ann.login(), "promised and forgot", manager);
    assertThat(field(customer, "assignee")).isNull();
    night();
    assertThat(field(customer, "queue_reason")).isEqualTo("only-losers");
  }

  /** I5: this loss or an earlier one; not only when the night comes. */
  @Test
  void whoIsFoundToHaveLostHimBeforeLosesTheLapseOfToday() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    var earlier = lapse(customer);
    buys(customer, today);
    passDays(120);
    night();
    assertThat(stages(customer)).containsExactly("RETURNED", "LATE");
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    losers.correct(earlier, ann.login(), "promised and forgot", manager);
    assertThat(field(customer, "assignee")).isNull();
    night();
    assertThat(field(customer, "queue_reason")).isEqualTo("only-losers");
  }

  @Test
  void aRepSeesAndWorksOnlyHisOwn() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    var bob = stories.rep("bob");
    var lapse = lapse(customer);
    assertThat(lapses.sees(customer, ann)).isTrue();
    assertThat(lapses.sees(customer, bob)).isFalse();
    assertThatThrownBy(() -> lapses.work(lapse, bob)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> lapses.row(lapse, bob)).isInstanceOf(NotFound.class);
    assertThat(lapses.rows(LapseFilter.NONE, null, 10, bob).items()).isEmpty();
    lapses.work(lapse, ann);
    assertThat(lapses.row(lapse, ann).stage()).isEqualTo(Stage.WORKING);
    assertThatThrownBy(() -> lapses.work(lapse, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
  }

  private long open(long member) {
    return jdbc.sql("select count(*) from lapse where assignee = :m")
        .param("m", member)
        .query(Long.class)
        .single();
  }

  /** DEC-22: nobody was lost in a false alarm, so nobody has lost him. */
  @Test
  void whoHadHimInAFalseAlarmMayWinHimBack() {
    var ann = stories.rep("ann");
    var customer = stories.aCustomer().silentFor(100).ownedBy(ann).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "", null, manager);
    jdbc.sql("update customer set owner_id = null").update();
    buys(customer, today);
    passDays(200);
    night();
    assertThat(stages(customer)).first().isEqualTo("FALSE_ALARM");
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    night();
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
  }
}
