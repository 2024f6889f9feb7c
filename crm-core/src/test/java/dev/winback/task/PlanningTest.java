package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapseReassigned;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The night plans calls up to a rep's capacity (rules.md, "tasks"; CAL-01, CAL-02, CAL-08). The day
 * is Monday, 1 June 2026.
 */
@CoreTest
class PlanningTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
  }

  @Test
  void theThirteenthCallDoesNotFitIntoTwelvePlaces() {
    for (int i = 1; i <= 13; i++) {
      desk.lapseOf(rep, String.valueOf(i * 100));
    }
    assertThat(tasks.plan(MONDAY)).isEqualTo(12);
    // the cheapest one stays on the list
    assertThat(desk.open(rep))
        .hasSize(12)
        .noneMatch(task -> task.get("weight").toString().equals("100.00"));
    assertThat(tasks.plan(MONDAY)).isZero();
  }

  @Test
  void whatIsPromisedAndOverdueTakesItsPlacesFirst() {
    desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL_BACK, MONDAY);
    desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL, MONDAY.minusDays(3));
    desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL, MONDAY.plusDays(1)); // not this day
    for (int i = 1; i <= 12; i++) {
      desk.lapseOf(rep, "500");
    }
    assertThat(tasks.plan(MONDAY)).isEqualTo(10);
  }

  @Test
  void aNightRunAgainAtNoonDoesNotFillThePlacesOfWhatIsDone() {
    jdbc.sql("update member set capacity = 1").update();
    desk.lapseOf(rep, "500");
    desk.lapseOf(rep, "400");
    assertThat(tasks.plan(MONDAY)).isEqualTo(1);
    var done = new TaskId(((Number) desk.open(rep).get(0).get("id")).longValue());
    tasks.log(done, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(tasks.plan(MONDAY)).isZero();
  }

  @Test
  void onlyWhoMayBeCalledIsPlanned() {
    desk.lapse(stories.aCustomer().phone(null), rep, "900");
    desk.lapse(stories.aCustomer().phone(" "), rep, "900");
    desk.lapse(stories.aCustomer().status("left"), rep, "900");
    desk.lapse(stories.aCustomer().status("never_contact"), rep, "900");
    desk.lapse(stories.aCustomer(), null, "900");
    var written = stories.aCustomer().save();
    jdbc.sql("update customer set preferred_channel = 'email' where id = " + written.value())
        .update();
    desk.lapse(written, rep, "900", Stage.LOST);
    desk.lapse(stories.aCustomer().save(), rep, "900", Stage.REFUSED);
    desk.lapse(stories.aCustomer().save(), rep, "900", Stage.TWICE_LOST);
    assertThat(tasks.plan(MONDAY)).isZero();
    var asked = stories.aCustomer().save();
    jdbc.sql("update customer set preferred_channel = 'phone' where id = " + asked.value())
        .update();
    desk.lapse(asked, rep, "1", Stage.LATE);
    assertThat(tasks.plan(MONDAY)).isEqualTo(1);
  }

  @Test
  void aLapseWithAnyOpenStepGetsNoSecondOne() {
    var lapse = desk.lapseOf(rep, "900");
    desk.task(lapse, rep, TaskKind.MEETING, MONDAY.plusDays(5));
    assertThat(tasks.plan(MONDAY)).isZero();
  }

  @Test
  void theSixthAttemptInThirtyDaysIsPlannedAndASeventhIsNot() {
    var task = desk.call(rep);
    desk.attempts(task, 5, MONDAY.minusDays(10));
    desk.attempts(task, 9, MONDAY.minusDays(31)); // long ago
    jdbc.sql("update task set state = 'cancelled'").update();
    assertThat(tasks.plan(MONDAY)).isEqualTo(1);
    jdbc.sql("update task set state = 'cancelled'").update();
    desk.attempts(task, 1, MONDAY.minusDays(29));
    assertThat(tasks.plan(MONDAY)).isZero();
  }

  @Test
  void aNightOfTheWeekendPlansMondayAndOneOfYesterdayPlansToday() {
    desk.lapseOf(rep, "900");
    clock.setDay(LocalDate.of(2026, 6, 6)); // Saturday
    tasks.plan(LocalDate.of(2026, 6, 6));
    assertThat(desk.open(rep).get(0)).containsEntry("due_on", Date.valueOf("2026-06-08"));
    clock.setDay(LocalDate.of(2026, 6, 9));
    desk.lapseOf(rep, "800");
    tasks.plan(LocalDate.of(2026, 6, 8)); // of Monday, run on Tuesday before work
    assertThat(desk.open(rep).get(1)).containsEntry("due_on", Date.valueOf("2026-06-09"));
  }

  @Test
  void theTasksOfAClosedLapseEndWithItAndOnlyAThankYouOutlivesAReturn() {
    var lapse = desk.lapseOf(rep, "900");
    desk.task(lapse, rep, TaskKind.CALL, MONDAY);
    desk.task(lapse, rep, TaskKind.THANK_YOU, MONDAY);
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = :day")
        .param("day", MONDAY)
        .update();
    events.publishEvent(new LapsesClosed(List.of(lapse)));
    events.publishEvent(new LapsesClosed(List.of(lapse)));
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(t -> assertThat(t).containsEntry("kind", "thank_you"));
    jdbc.sql("update lapse set stage = 'NON_CLIENT', returned_on = null").update();
    events.publishEvent(new LapsesClosed(List.of(lapse)));
    assertThat(desk.open(rep)).isEmpty();
  }

  @Test
  void anotherAssigneeTakesTheOpenTasksOver() {
    var other = stories.rep("rep2");
    LapseId lapse = desk.lapseOf(rep, "900");
    desk.task(lapse, rep, TaskKind.CALL, MONDAY);
    events.publishEvent(new LapseReassigned(lapse, other.id()));
    assertThat(desk.open(rep)).isEmpty();
    assertThat(desk.open(other)).hasSize(1);
    events.publishEvent(new LapseReassigned(lapse, null));
    assertThat(desk.open(other)).isEmpty();
  }
}
