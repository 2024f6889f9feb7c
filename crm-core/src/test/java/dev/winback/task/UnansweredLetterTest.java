package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One plan with the phone: when the contacts of a loss are used up letters take over, and a letter
 * that nobody answers makes one call more (CAL-02: only upwards).
 */
@CoreTest
class UnansweredLetterTest {

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private LapseId lapse;

  @BeforeEach
  void thePlanIsUsedUp() {
    rep = stories.rep("rep");
    lapse = desk.lapseOf(rep, "1000");
    TaskId task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    while (task != null) {
      task = notThere(task);
    }
    clock.setDay(clock.today().plusDays(35));
    assertThat(plan()).isZero();
  }

  private TaskId notThere(TaskId task) {
    return tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep).nextTask();
  }

  private int plan() {
    int planned = tasks.plan(clock.today());
    assertThat(tasks.plan(clock.today())).isZero();
    return planned;
  }

  private void passDays(int days) {
    clock.setDay(clock.today().plusDays(days));
  }

  private void letter(int rung, String state) {
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, sent_at)
            select l.id, l.customer_id, :rung, :state, 0, (select min(id) from template), :day,
                   case when :state = 'SENT' then :at::timestamptz end
              from lapse l where l.id = :lapse
            """)
        .param("lapse", lapse.value())
        .param("rung", rung)
        .param("state", state)
        .param("day", clock.today())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void wrote() {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction)
            select customer_id, 'test', gen_random_uuid()::text, :at, 'email', 'in' from lapse where id = :lapse
            """)
        .param("lapse", lapse.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Test
  void aWeekAfterALetterWithoutAnAnswerHeIsCalledOnce() {
    letter(1, "SENT");
    passDays(4);
    assertThat(plan()).isZero();
    passDays(3);
    assertThat(plan()).isOne();
    var call = new TaskId((Long) desk.open(rep).get(0).get("id"));
    assertThat(notThere(call)).isNull();
    passDays(40);
    assertThat(plan()).isZero();
    letter(2, "SENT");
    passDays(7);
    assertThat(plan()).isOne();
  }

  @Test
  void whoAnsweredIsNotCalledForTheLetter() {
    letter(1, "SENT");
    passDays(2);
    wrote();
    passDays(10);
    assertThat(plan()).isZero();
  }

  @Test
  void aLetterThatHasNotLeftOrOneThatAsksForNothingMakesNoCall() {
    letter(1, "HELD");
    letter(-4, "SENT");
    passDays(10);
    assertThat(plan()).isZero();
  }
}
