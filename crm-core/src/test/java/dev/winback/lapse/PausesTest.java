package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CallWindow;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.task.TaskKind;
import dev.winback.task.TaskRow;
import dev.winback.task.Tasks;
import java.sql.Date;
import java.sql.Timestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-36: after a hot conflict no first contact before a day; the day is Monday, 1 June 2026. */
class PausesTest extends LapseStories {

  @Autowired Pauses pauses;
  @Autowired Tasks tasks;
  @Autowired Desk desk;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
  }

  @Test
  void theNightPlansNoCallBeforeTheDay() {
    var lapse = desk.lapse(stories.aCustomer().phone("+49301234567"), rep, "100");
    pauses.pause(lapse, today.plusDays(2), rep);
    assertThat(pauses.until(lapse, rep)).isEqualTo(today.plusDays(2));
    assertThat(tasks.plan(today)).isZero();
    passDays(1);
    assertThat(tasks.plan(today)).isZero();
    passDays(1);
    assertThat(pauses.until(lapse, rep)).isNull();
    assertThat(tasks.plan(today)).isEqualTo(1);
  }

  @Test
  void aPlannedCallWaitsForAWorkingDayAndAPromiseDoesNot() {
    var lapse = desk.lapseOf(rep, "100");
    var call = desk.task(lapse, rep, TaskKind.CALL, today);
    var promise = desk.task(lapse, rep, TaskKind.PROMISE, today);
    pauses.pause(lapse, today.plusDays(5), rep); // Saturday
    assertThat(desk.see(call).get("due_on")).isEqualTo(Date.valueOf(today.plusDays(7)));
    assertThat(desk.see(promise).get("due_on")).isEqualTo(Date.valueOf(today));
    pauses.end(lapse, rep);
    assertThat(desk.see(call).get("due_on")).isEqualTo(Date.valueOf(today));
    assertThat(pauses.until(lapse, rep)).isNull();
  }

  /** days.md, rep 7: the card says so and until when; a promise is kept all the same. */
  @Test
  void theCardSaysThatHeIsLeftInPeaceAndUntilWhen() {
    var lapse = desk.lapseOf(rep, "100");
    var third = desk.task(lapse, rep, TaskKind.MONTH_3, today);
    var promise = desk.task(lapse, rep, TaskKind.PROMISE, today);
    assertThat(card(third).callable()).isTrue();
    pauses.pause(lapse, today.plusDays(5), rep);
    var window = card(third).window();
    assertThat(window.notNow()).isEqualTo(CallWindow.NotNow.COOL_DOWN);
    assertThat(window.until().toLocalDateTime()).isEqualTo(today.plusDays(5).atTime(9, 0));
    assertThat(card(promise).callable()).isTrue();
    passDays(5);
    assertThat(card(third).callable()).isTrue();
  }

  private TaskRow card(TaskId task) {
    return tasks.today(null, null, task, rep).card().task();
  }

  @Test
  void aCallThatIsDueLaterAnywayKeepsItsDayAndItsHour() {
    var lapse = desk.lapseOf(rep, "100");
    var call = desk.task(lapse, rep, TaskKind.CALL, today.plusDays(3));
    var hour = Timestamp.valueOf(today.plusDays(3).atTime(15, 0));
    desk.set(call, "due_at", hour);
    pauses.pause(lapse, today.plusDays(3), rep);
    pauses.end(lapse, rep);
    assertThat(desk.see(call))
        .containsEntry("due_on", Date.valueOf(today.plusDays(3)))
        .containsEntry("due_at", hour);
    pauses.pause(lapse, today.plusDays(4), rep);
    assertThat(desk.see(call))
        .containsEntry("due_on", Date.valueOf(today.plusDays(4)))
        .containsEntry("due_at", null);
    pauses.pause(lapse, today.plusDays(10), rep);
    pauses.end(lapse, rep);
    assertThat(desk.see(call))
        .containsEntry("due_on", Date.valueOf(today.plusDays(3)))
        .containsEntry("due_at", hour);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 91})
  void aPauseIsOneToNinetyDaysLong(int days) {
    var lapse = desk.lapseOf(rep, "100");
    assertThatThrownBy(() -> pauses.pause(lapse, today.plusDays(days), rep))
        .isInstanceOf(Refused.class);
    pauses.pause(lapse, today.plusDays(1), rep);
    pauses.pause(lapse, today.plusDays(90), rep);
  }

  @Test
  void aStrangerFindsNoLoss() {
    var lapse = desk.lapseOf(rep, "100");
    assertThatThrownBy(() -> pauses.pause(lapse, today.plusDays(2), stories.rep("other")))
        .isInstanceOf(NotFound.class);
  }
}
