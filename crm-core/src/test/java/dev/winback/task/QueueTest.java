package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CallWindow.NotNow;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of the queue and the hours of the customer (CAL-07, CAL-08, CAL-15); it is noon in
 * Berlin, 1 June 2026.
 */
@CoreTest
class QueueTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired Tasks tasks;
  @Autowired TaskLists lists;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
  }

  /** Rep's day 1: after the promises the expected gain decides, not the loss of a year. */
  @Test
  void ofTwoCallsTheOneWithTheGreaterGainComesFirstAndTheUnknownLast() {
    var dear = desk.task(desk.lapseOf(rep, "900"), rep, TaskKind.CALL, MONDAY);
    var likely = desk.task(desk.lapseOf(rep, "100"), rep, TaskKind.CALL, MONDAY);
    var unknown = desk.task(desk.lapseOf(rep, "5000"), rep, TaskKind.CALL, MONDAY);
    worth(dear, "10");
    worth(likely, "50");
    assertThat(tasks.today(null, null, null, rep).queue())
        .extracting(TaskRow::id)
        .containsExactly(likely, dear, unknown);
  }

  private void worth(TaskId task, String gain) {
    jdbc.sql(
            """
            insert into lapse_worth (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent, effort,
                                     gain, verdict)
            select lapse_id, customer_id, 0.1, 0.2, 0.1, 0.3, 'call', 10, 5, :gain::numeric, 'return' from task where id = :id
            """)
        .param("gain", gain)
        .param("id", task.value())
        .update();
  }

  /** CAL-08: who asked to be written to is not called out of the blue, and promises are kept. */
  @Test
  void whoPrefersLettersWaitsBehindThoseWhoMayBeCalledButAPromiseIsKept() {
    var written = desk.call(rep);
    desk.setCustomer(written, "preferred_channel", "email");
    var promised = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.PROMISE, MONDAY);
    desk.setCustomer(promised, "preferred_channel", "email");
    var called = desk.task(desk.lapseOf(rep, "2"), rep, TaskKind.CALL, MONDAY);
    var queue = tasks.today(null, null, null, rep).queue();
    assertThat(queue).extracting(TaskRow::id).containsExactly(promised, called, written);
    assertThat(queue.get(2).window().notNow()).isEqualTo(CallWindow.NotNow.OTHER_CHANNEL);
  }

  @Test
  void promisesWhoseTimeHasComeAreFirstThenMoneyThenWhoHasToWait() {
    var small = desk.task(desk.lapseOf(rep, "100"), rep, TaskKind.CALL, MONDAY);
    var big = desk.task(desk.lapseOf(rep, "900"), rep, TaskKind.CALL, MONDAY);
    var later = callBack("2026-06-01T15:00:00+02:00");
    var now = callBack("2026-06-01T11:59:00+02:00");
    var asleep = desk.work(stories.aCustomer().zone("America/New_York"), rep, "5000");
    var care = desk.task(desk.lapseOf(rep, "9000"), rep, TaskKind.DATA_CARE, MONDAY);
    var overdue = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.PROMISE, MONDAY.minusDays(1));
    desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL, MONDAY.plusDays(1)); // tomorrow's
    assertThat(queue())
        .extracting(TaskRow::id)
        .containsExactly(overdue, now, big, small, later, asleep, care);
    assertThat(tasks.today(null, null, null, rep).overdue()).isEqualTo(2);
    assertThat(tasks.today(null, MONDAY.plusDays(1), null, rep).queue()).hasSize(8);
  }

  @Test
  void anHourAgreedInATalkIsOnTopWhenItComes() {
    var talked = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL, MONDAY);
    var next =
        new CallLog(CallResult.THINKING, "", null, null, null, "2026-06-01T15:00", false, null);
    var agreed = tasks.log(talked, next, rep).nextTask();
    var big = desk.task(desk.lapseOf(rep, "900"), rep, TaskKind.CALL, MONDAY);
    assertThat(queue()).extracting(TaskRow::id).containsExactly(big, agreed);
    clock.forward(java.time.Duration.ofHours(3));
    assertThat(queue()).extracting(TaskRow::id).containsExactly(agreed, big);
  }

  /** A promise that was missed rings nobody out of bed. */
  @Test
  void anAgreedHourGoesBeforeCallingHoursForTwoHoursAndNotForEver() {
    var agreed = callBack("2026-05-31T21:00:00+02:00");
    desk.set(agreed, "due_on", java.sql.Date.valueOf(MONDAY.minusDays(1)));
    assertThat(windowOn("2026-05-31T22:59:00+02:00")).isNull();
    assertThat(windowOn("2026-05-31T23:00:00+02:00")).isEqualTo(NotNow.TOO_LATE);
    assertThat(windowOn("2026-06-01T06:30:00+02:00")).isEqualTo(NotNow.TOO_EARLY);
    assertThat(queue()).singleElement().matches(TaskRow::overdue);
    assertThat(windowOn("2026-06-01T09:00:00+02:00")).isNull();
  }

  private NotNow windowOn(String moment) {
    clock.set(OffsetDateTime.parse(moment).toInstant());
    return queue().get(0).window().notNow();
  }

  @Test
  void twoRepsNeverGetTheSameTask() {
    desk.call(rep);
    desk.call(stories.rep("rep2"));
    assertThat(queue()).hasSize(1);
    assertThat(lists.open(null, null, null, 50, stories.manager()).items()).hasSize(2);
    assertThat(lists.open("rep", null, null, 50, stories.manager()).items()).hasSize(1);
  }

  @Test
  void programsPageWhatIsOpenByDayAndMoney() {
    for (int i = 0; i < 7; i++) {
      desk.task(desk.lapseOf(rep, "" + i / 2 * 100), rep, TaskKind.CALL, MONDAY.minusDays(i % 3));
    }
    var seen = new java.util.ArrayList<TaskRow>();
    String after = null;
    do {
      var page = lists.open(null, null, after, 2, rep);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertThat(seen).hasSize(7).isEqualTo(lists.open(null, null, null, 50, rep).items());
    assertThat(seen).extracting(TaskRow::dueOn).isSorted();
    assertThatThrownBy(() -> lists.open(null, null, "bm9uc2Vuc2U", 2, rep))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whoWasCalledWithinTheLastHourComesLast() {
    var first = desk.call(rep);
    var logged =
        tasks.log(
            first,
            new CallLog(CallResult.TALKED, "", null, null, null, "2026-06-01", false, null),
            rep);
    var other = desk.work(stories.aCustomer(), rep, "1");
    assertThat(queue()).extracting(TaskRow::id).containsExactly(other, logged.nextTask());
    clock.forward(java.time.Duration.ofMinutes(60));
    assertThat(queue()).extracting(TaskRow::id).containsExactly(logged.nextTask(), other);
  }

  /** look.md, the queue: who was called within the hour, or sleeps, is not handed out. */
  @Test
  void onlyWhoMayBeCalledIsHandedOutAndItIsSaidUntilWhenTheOthersWait() {
    var first = desk.call(rep);
    var next = new CallLog(CallResult.TALKED, "", null, null, null, "2026-06-01", false, null);
    var again = tasks.log(first, next, rep).nextTask();
    var today = tasks.today(null, null, null, rep);
    assertThat(today.card()).isNull();
    assertThat(today.queue()).extracting(TaskRow::id).containsExactly(again);
    assertThat(today.opensAt()).isEqualTo(clock.instant().plus(java.time.Duration.ofHours(1)));
    assertThat(tasks.today(null, null, again, rep).card()).as("asked for").isNotNull();
    var care = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.DATA_CARE, MONDAY);
    assertThat(tasks.today(null, null, null, rep).card().task().id()).isEqualTo(care);
  }

  @Test
  void theHoursAreTheCustomersOwn() {
    // noon in Berlin is 6 in New York and 22 in Auckland
    assertThat(window("America/New_York", null, null)).isEqualTo(NotNow.TOO_EARLY);
    assertThat(window("Pacific/Auckland", null, null)).isEqualTo(NotNow.TOO_LATE);
    assertThat(window("Europe/Lisbon", null, null)).isNull();
    assertThat(window("Not/AZone", null, null)).isNull();
    assertThat(window(null, "12:00", null)).isNull();
    assertThat(window(null, "12:01", null)).isEqualTo(NotNow.TOO_EARLY);
    assertThat(window(null, null, "12:01")).isNull();
    assertThat(window(null, null, "12:00")).isEqualTo(NotNow.TOO_LATE);
  }

  @Test
  void theCardSaysUntilWhenAndWhatTimeItIsThere() {
    desk.work(stories.aCustomer().zone("America/New_York"), rep, "1");
    var window = queue().get(0).window();
    assertThat(window.local()).isEqualTo(LocalTime.of(6, 0));
    assertThat(window.until()).isEqualTo("2026-06-01T09:00:00-04:00[America/New_York]");
  }

  @Test
  void whoMustNotBeCalledIsNotInTheQueue() {
    var task = desk.call(rep);
    desk.setCustomer(task, "status", "never_contact");
    assertThat(queue()).isEmpty();
    desk.set(task, "kind", "data_care");
    assertThat(queue()).isEmpty();
    desk.setCustomer(task, "status", "left");
    assertThat(queue()).hasSize(1);
  }

  @Test
  void theEveningLineCountsCallsAndTalksAndTomorrowsPromises() {
    tasks.log(desk.call(rep), CallLog.of(CallResult.NOT_THERE), rep);
    tasks.log(
        desk.call(rep),
        new CallLog(CallResult.PROMISED, "", null, null, "samples", "2026-06-02", false, null),
        rep);
    var undone = desk.call(rep);
    tasks.log(undone, CallLog.of(CallResult.TALKED), rep);
    tasks.undo(undone, rep);
    assertThat(tasks.today(null, null, null, rep).line())
        .isEqualTo(new DayLine(2, 1, 2, 2, 1, 0, "rep", MONDAY.plusDays(1)));
  }

  @Test
  void aSixthAttemptLeavesTheNextStepToTheLetterAndAFifthDoesNot() {
    var fifth = desk.call(rep);
    desk.attempts(fifth, 4, MONDAY.minusDays(5));
    assertThat(tasks.log(fifth, CallLog.of(CallResult.NOT_THERE), rep).nextTask()).isNotNull();
    var sixth = desk.call(rep);
    desk.attempts(sixth, 5, MONDAY.minusDays(5));
    assertThat(tasks.log(sixth, CallLog.of(CallResult.NOT_THERE), rep).nextTask()).isNull();
    assertThat(desk.see(sixth))
        .containsEntry("stage", "WORKING")
        .containsEntry("letters_rest_until", null);
  }

  private TaskId callBack(String at) {
    var task = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL_BACK, MONDAY);
    desk.set(task, "due_at", OffsetDateTime.parse(at).withOffsetSameInstant(ZoneOffset.UTC));
    return task;
  }

  private NotNow window(String zone, String from, String until) {
    var task = desk.work(stories.aCustomer().zone(zone), rep, "1");
    desk.setCustomer(task, "call_from", from == null ? null : LocalTime.parse(from));
    desk.setCustomer(task, "call_until", until == null ? null : LocalTime.parse(until));
    return queue().stream()
        .filter(row -> row.id().equals(task))
        .findFirst()
        .orElseThrow()
        .window()
        .notNow();
  }

  private List<TaskRow> queue() {
    return tasks.today(null, null, null, rep).queue();
  }
}
