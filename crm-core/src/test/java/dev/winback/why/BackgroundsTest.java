package dev.winback.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.TaskId;
import dev.winback.task.TaskKind;
import dev.winback.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UND-01: never start active steps before information is collected. */
class BackgroundsTest extends WhyStories {

  @Autowired Tasks tasks;

  @Test
  void itIsDoneWhenAllThreeWereLookedAtByWhomever() {
    assertThat(backgrounds.of(lapse, rep)).isEmpty();
    backgrounds.look(lapse, new Looked(true, false, true, "14 orders"), rep);
    assertThat(backgrounds.done(lapse)).isFalse();
    backgrounds.look(lapse, new Looked(false, true, false, null), manager);
    var done = backgrounds.of(lapse, rep).orElseThrow();
    assertThat(done.done()).isTrue();
    assertThat(done.member()).isEqualTo("Manager");
    assertThat(done.note()).isEqualTo("14 orders");
  }

  @Test
  void oneClickDoesAllAndTwoClicksDoItOnce() {
    long first = backgrounds.look(lapse, Looked.ALL, rep);
    assertThat(backgrounds.look(lapse, Looked.ALL, rep)).isEqualTo(first);
    assertThat(backgrounds.done(lapse)).isTrue();
    assertThat(rows("background")).isOne();
  }

  @Test
  void whoHasLookedAtNothingHasNotDoneIt() {
    var nothing = new Looked(false, false, false, "x");
    assertThatThrownBy(() -> backgrounds.look(lapse, nothing, rep)).isInstanceOf(Refused.class);
  }

  @Test
  void itIsTakenBackOnceAndForAll() {
    long look = backgrounds.look(lapse, Looked.ALL, rep);
    backgrounds.undo(lapse, look, rep);
    backgrounds.undo(lapse, look, rep);
    assertThat(backgrounds.of(lapse, rep)).isEmpty();
    assertThatThrownBy(() -> backgrounds.undo(lapse, 99, rep)).isInstanceOf(NotFound.class);
  }

  @Test
  void onlyWhoWorksOnTheLossLooks() {
    assertThatThrownBy(() -> backgrounds.look(lapse, Looked.ALL, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> backgrounds.look(lapse, Looked.ALL, stories.rep("other")))
        .isInstanceOf(NotFound.class);
    backgrounds.look(lapse, new Looked(true, true, true, "a secret"), rep);
    assertThat(backgrounds.of(lapse, stories.marketing()).orElseThrow().note()).isEmpty();
  }

  @Test
  void anOfferNeedsItAndACallThatReachedNobodyDoesNot() {
    assertThatThrownBy(() -> backgrounds.require(lapse)).isInstanceOf(Refused.class);
    var task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    assertThatThrownBy(() -> log(task, CallResult.OFFER_GIVEN, false))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("background"));
    assertThat(rows("call")).isZero();
    log(task, CallResult.NOT_THERE, false);
    assertThat(rows("call")).isOne();
    backgrounds.look(lapse, Looked.ALL, rep);
    backgrounds.require(lapse);
  }

  @Test
  void aTalkIsLoggedInAnyCaseAndTheTickInItDoesTheStep() {
    var task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    var next = log(task, CallResult.THINKING, false);
    assertThat(backgrounds.done(lapse)).isFalse();
    next = log(next, CallResult.OFFER_GIVEN, true);
    assertThat(backgrounds.done(lapse)).isTrue();
    log(next, CallResult.OFFER_GIVEN, false);
  }

  /** Nothing said of it is not "looked at": the step as it stands decides. */
  @Test
  void whoSaysNothingOfItIsAskedByTheStepAsItStands() {
    var task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    assertThatThrownBy(() -> log(task, CallResult.OFFER_GIVEN, null))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("background"));
    backgrounds.look(lapse, Looked.ALL, rep);
    log(task, CallResult.OFFER_GIVEN, null);
    assertThat(rows("call")).isOne();
  }

  private TaskId log(TaskId task, CallResult result, @Nullable Boolean background) {
    var log =
        new CallLog(result, "", null, null, null, null, false, null, Telling.NOTHING, background);
    return java.util.Objects.requireNonNull(tasks.log(task, log, rep).nextTask());
  }
}
