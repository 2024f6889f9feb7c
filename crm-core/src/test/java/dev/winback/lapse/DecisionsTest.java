package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager's decisions, each with its way back. */
class DecisionsTest extends LapseStories {

  private LapseId opened() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    return lapse(customer);
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void everyDecisionCanBeUndone(Decision decision) {
    var lapse = opened();
    var before = lapses.state(lapse);
    decisions.decide(lapse, decision, "because", null, manager);
    decisions.undo(lapse, manager);
    assertThat(lapses.state(lapse)).isEqualTo(before);
    assertThat(lapses.row(lapse, manager).laterUntil()).isNull();
    assertThat(lapses.row(lapse, manager).closedOn()).isNull();
    assertThatThrownBy(() -> decisions.undo(lapse, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void laterNeedsADayAhead() {
    var lapse = opened();
    assertThatThrownBy(() -> decisions.decide(lapse, Decision.LATER, "", today, manager))
        .isInstanceOf(Refused.class);
    decisions.decide(lapse, Decision.LATER, "", today.plusDays(1), manager);
    assertThat(lapses.row(lapse, manager).laterUntil()).isEqualTo(today.plusDays(1));
  }

  @Test
  void theUndoOfASecondLaterBringsBackTheDayOfTheFirst() {
    var lapse = opened();
    decisions.decide(lapse, Decision.LATER, "", today.plusDays(30), manager);
    decisions.decide(lapse, Decision.LATER, "", today.plusDays(60), manager);
    decisions.undo(lapse, manager);
    assertThat(lapses.row(lapse, manager).laterUntil()).isEqualTo(today.plusDays(30));
    decisions.decide(lapse, Decision.RETURN, "", null, manager);
    assertThat(lapses.row(lapse, manager).laterUntil()).as("it is put off no more").isNull();
    assertThat(decisions.undoable(lapse, manager)).isTrue();
    decisions.undo(lapse, manager);
    assertThat(lapses.row(lapse, manager).laterUntil()).isEqualTo(today.plusDays(30));
    assertThat(decisions.undoable(lapse, manager)).isFalse();
  }

  @Test
  void aClosedLapseIsNotDecidedAgain() {
    var lapse = opened();
    decisions.decide(lapse, Decision.NOT_WORTH, "", null, manager);
    assertThatThrownBy(() -> decisions.decide(lapse, Decision.RETURN, "", null, manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> lapses.work(lapse, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aReturnedLapseCannotBeUndone() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.RETURN, "", null, manager);
    buys(customer, today);
    assertThatThrownBy(() -> decisions.undo(lapse(customer), manager)).isInstanceOf(Refused.class);
  }

  /** RET-01: nobody reached him, so nothing is known of what he wants. */
  @Test
  void whoCouldNotBeReachedIsReturnedByALaterPurchase() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.UNREACHABLE, "", null, manager);
    assertThat(stages(customer)).containsExactly("UNREACHABLE");
    passDays(20);
    night();
    assertThat(stages(customer)).containsExactly("UNREACHABLE");
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("RETURNED");
  }

  /** No later order would return it, and his next loss would not be found while it is open. */
  @Test
  void aLossIsNotOpenedAgainBehindOneThatEndedLater() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    var first = lapse(customer);
    decisions.decide(first, Decision.NOT_WORTH, "", null, manager);
    buys(customer, today);
    passDays(300);
    night();
    var second = lapse(customer);
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("NOT_WANTED", "RETURNED");
    assertThatThrownBy(() -> decisions.undo(first, manager))
        .hasMessageContaining("refused.lapse.another-since");
    assertThatThrownBy(() -> decisions.reopen(first, "once more", manager))
        .hasMessageContaining("refused.lapse.another-since");
    assertThat(stages(customer)).containsExactly("NOT_WANTED", "RETURNED");
    jdbc.sql("update lapse set stage = 'FALSE_ALARM', returned_on = null where id = :id")
        .param("id", second.value())
        .update();
    decisions.reopen(first, "the later one was none", manager);
    assertThat(lapses.state(first).stage()).as("he has bought since").isEqualTo(Stage.RETURNED);
  }

  @Test
  void nobodyUndoesWhatSomebodyElseDecided() {
    var lapse = opened();
    decisions.decide(lapse, Decision.NOT_WORTH, "", null, manager);
    var other = stories.member("deputy", dev.winback.staff.Role.MANAGER);
    assertThatThrownBy(() -> decisions.undo(lapse, other)).isInstanceOf(Refused.class);
  }

  @Test
  void aLapseDoesNotEndAsReturnedByHand() {
    var lapse = opened();
    assertThatThrownBy(() -> lapses.close(lapse, Stage.RETURNED, "he promised", manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void onlyManagersDecide() {
    var lapse = opened();
    assertThatThrownBy(
            () -> decisions.decide(lapse, Decision.RETURN, "", null, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
  }

  /** RET-01: an exit that a purchase does not end ends; what was bought meanwhile is no loss. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoHasBoughtSinceIsReturnedWhenHisLossIsOpenedAgain(boolean undone) {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.NOT_WANTED, "never pays", null, manager);
    buys(customer, today.plusDays(1));
    passDays(2);
    assertThat(stages(customer)).containsExactly("NOT_WANTED");
    if (undone) {
      decisions.undo(lapse(customer), manager);
    } else {
      decisions.reopen(lapse(customer), "he pays now", manager);
    }
    assertThat(stages(customer)).containsExactly("RETURNED");
    night();
    assertThat(stages(customer)).containsExactly("RETURNED");
  }
}
