package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.LapseId;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CAL-02: contacts are planned from the start and kept; after the last one letters take over, and
 * people deviate only upwards.
 */
@CoreTest
class ContactPlanTest {

  @Autowired Tasks tasks;
  @Autowired ContactPlans plans;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private LapseId lapse;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    lapse = desk.lapseOf(rep, "1000");
    task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
  }

  @Test
  void anybodyGetsFourContactsAndThenLettersTakeOver() {
    assertThat(plans.of(lapse, rep)).isEqualTo(new ContactPlan(4, 0, true));
    var next = notThere(notThere(notThere(task)));
    assertThat(plans.of(lapse, rep)).isEqualTo(new ContactPlan(4, 3, true));
    assertThat(notThere(next)).isNull();
    var over = plans.of(lapse, rep);
    assertThat(over.lettersTookOver()).isTrue();
    assertThat(tasks.plan(clock.today())).isZero();
    assertThat(tasks.plan(clock.today().plusDays(40))).isZero();
  }

  @Test
  void whoRaisesThePlanGetsMoreCallsAndNobodyLowersIt() {
    notThere(notThere(notThere(notThere(task))));
    assertThat(plans.raise(lapse, 5, rep).planned()).isEqualTo(5);
    assertThat(plans.raise(lapse, 5, rep).planned()).isEqualTo(5);
    assertThat(tasks.plan(clock.today())).isEqualTo(1);
    for (int wrong : new int[] {4, 0, 61}) {
      assertThatThrownBy(() -> plans.raise(lapse, wrong, rep))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("planned"));
    }
    assertThatThrownBy(() -> plans.raise(lapse, 9, stories.rep("rep2")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theFirstCallFixesThePlanSoThatAClassThatFallsTakesNothingAway() {
    category("A");
    assertThat(plans.of(lapse, rep).planned()).isEqualTo(6);
    notThere(task);
    category("C");
    assertThat(plans.of(lapse, rep).planned()).isEqualTo(6);
    tasks.undo(task, rep);
    assertThat(plans.of(lapse, rep).planned()).isEqualTo(4);
    category("B");
    assertThat(plans.of(lapse, rep).planned()).isEqualTo(5);
  }

  @Test
  void aTalkGoesOnWhateverThePlanSaysAndSoDoesADayThatSomebodyNames() {
    var last = notThere(notThere(notThere(task)));
    var talked = tasks.log(last, CallLog.of(CallResult.TALKED), rep);
    assertThat(talked.nextTask()).isNotNull();
    var named =
        tasks.log(
            talked.nextTask(),
            new CallLog(CallResult.NOT_THERE, "", null, null, null, "+3d", false, null),
            rep);
    assertThat(named.nextTask()).isNotNull();
  }

  private @Nullable TaskId notThere(@Nullable TaskId task) {
    return tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep).nextTask();
  }

  private void category(String abc) {
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            select customer_id, :abc, 'X', false, false, false, 1, 0 from lapse where id = :lapse
            on conflict (customer_id) do update set abc = excluded.abc
            """)
        .param("abc", abc)
        .param("lapse", lapse.value())
        .update();
  }
}
