package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAL-05: a call is put off with one of three reasons; it is no attempt, and a promise stays. */
@CoreTest
class PostponeTest {

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired WorkRules rules;
  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    task = desk.call(rep);
  }

  @Test
  void itIsDueOnTheNextWorkingDayOrTheDayThatIsNamed() {
    tasks.postpone(task, "angry", null, rep);
    assertThat(desk.see(task)).containsEntry("due_on", Date.valueOf("2026-06-02"));
    tasks.postpone(task, "facts", "2026-06-09", rep);
    assertThat(desk.see(task))
        .containsEntry("due_on", Date.valueOf("2026-06-09"))
        .containsEntry("attempt", 1);
    assertThat(desk.count("call")).isZero();
  }

  @Test
  void aHolidayIsNoWorkingDay() {
    rules.keep(new WorkRules.Holiday(LocalDate.of(2026, 6, 2), "Founder's day"), stories.manager());
    var times = tasks.today(null, null, task, rep).card().times();
    assertThat(times).noneMatch(time -> time.at().toLocalDate().equals(LocalDate.of(2026, 6, 2)));
    tasks.postpone(task, "angry", null, rep);
    assertThat(desk.see(task)).containsEntry("due_on", Date.valueOf("2026-06-03"));
    var next = tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(next.nextOn()).isEqualTo("2026-06-03");
    clock.setDay(LocalDate.of(2026, 6, 2));
    desk.lapseOf(rep, "5");
    assertThat(tasks.plan(LocalDate.of(2026, 6, 2))).isEqualTo(1);
    assertThat(desk.open(rep)).allMatch(t -> t.get("due_on").equals(Date.valueOf("2026-06-03")));
  }

  @Test
  void itIsTakenBackWithinAMinuteAndThenNoMore() {
    tasks.postpone(task, "tired", null, rep);
    tasks.undoPostpone(task, rep);
    assertThat(desk.see(task)).containsEntry("due_on", Date.valueOf("2026-06-01"));
    assertThatThrownBy(() -> tasks.undoPostpone(task, rep)).isInstanceOf(Refused.class);
    tasks.postpone(task, "tired", null, rep);
    clock.forward(Duration.ofSeconds(61));
    assertThatThrownBy(() -> tasks.undoPostpone(task, rep)).isInstanceOf(Refused.class);
  }

  @Test
  void takenBackItHasItsHourAndItsPartOfTheDayAgain() {
    var hour = Timestamp.valueOf("2026-06-01 15:00:00");
    desk.set(task, "due_at", hour);
    desk.set(task, "part", "midday");
    tasks.postpone(task, "tired", null, rep);
    assertThat(desk.see(task)).containsEntry("due_at", null).containsEntry("part", null);
    tasks.undoPostpone(task, rep);
    assertThat(desk.see(task)).containsEntry("due_at", hour).containsEntry("part", "midday");
  }

  @Test
  void aPromiseIsNotPutOffNorAnythingToADayBefore() {
    var promise = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL_BACK, clock.today());
    assertThatThrownBy(() -> tasks.postpone(promise, "tired", null, rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> tasks.postpone(task, "tired", "2026-06-01", rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> PostponeReason.ofCode("lazy")).isInstanceOf(Refused.class);
  }
}
