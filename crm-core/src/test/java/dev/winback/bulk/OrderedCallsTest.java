package dev.winback.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Decision;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** look.md, "Bulk edit": a call for each, on a day and with what it is for. */
class OrderedCallsTest extends BulkStories {

  private static final LocalDate FAIR = LocalDate.of(2026, 6, 10);
  private List<LapseId> some;

  @BeforeEach
  void threeOfARep() {
    stories.rep("rep");
    some = lost(3);
    assertThat(calls()).as("planned by the night").hasSize(3);
  }

  private static BulkOrder order(List<LapseId> lapses, @Nullable LocalDate day, String aim) {
    return new BulkOrder(BulkAction.TASK, lapses, null, aim, day, "", null, false);
  }

  private BulkJob ordered() {
    return bulks.start(order(some, FAIR, "Tell of the fair"), manager);
  }

  private List<String> calls() {
    return jdbc.sql(
            """
            select concat_ws(' ', lapse_id, due_on, due_at, part, aim) from task
             where state = 'open' and kind = 'call' order by lapse_id
            """)
        .query(String.class)
        .list();
  }

  @Test
  void theOpenCallIsMovedOrOneIsMadeAndTheJobIsTakenBack() {
    jdbc.sql("update task set part = 'afternoon', aim = 'Ask why' where lapse_id = :l")
        .param("l", some.get(0).value())
        .update();
    jdbc.sql("update task set state = 'cancelled' where lapse_id = :l")
        .param("l", some.get(1).value())
        .update();
    var before = calls();
    var job = ordered();
    assertThat(job.done()).isEqualTo(3);
    assertThat(calls()).hasSize(3).allMatch(call -> call.endsWith(FAIR + " Tell of the fair"));
    assertThat(bulks.undo(job.id(), manager).undone()).isEqualTo(3);
    assertThat(calls()).isEqualTo(before);
  }

  /**
   * DEC-36: a call that rests until the very day does not fall back to the day before the pause.
   */
  @Test
  void theOrderOfARestingCallIsNoEndOfItsPause() {
    jdbc.sql(
            "update task set due_on = :day, paused_from = :day::date - 5, paused_to = :day where state = 'open'")
        .param("day", FAIR)
        .update();
    var job = ordered();
    assertThat(jdbc.sql("select count(paused_to) from task").query(Long.class).single()).isZero();
    bulks.undo(job.id(), manager);
    assertThat(
            jdbc.sql("select distinct paused_from from task where state = 'open'")
                .query(LocalDate.class)
                .list())
        .containsExactly(FAIR.minusDays(5));
  }

  @Test
  void orderedTwiceIsTakenBackTwice() {
    var before = calls();
    var first = ordered();
    var job = bulks.start(order(some, FAIR.plusDays(1), "Another aim"), manager);
    bulks.undo(job.id(), manager);
    assertThat(calls()).allMatch(call -> call.endsWith(FAIR + " Tell of the fair"));
    bulks.undo(first.id(), manager);
    assertThat(calls()).isEqualTo(before);
  }

  @Test
  void theFirstIsNotTakenBackThroughTheSecond() {
    var first = ordered();
    var second = bulks.start(order(some, FAIR, "Tell of the fair"), manager);
    assertThat(bulks.undo(first.id(), manager).kept()).isEqualTo(3);
    assertThat(calls()).allMatch(call -> call.endsWith(FAIR + " Tell of the fair"));
    assertThat(bulks.undo(second.id(), manager).undone()).isEqualTo(3);
  }

  @Test
  void whatHasMovedOnSinceStays() {
    var job = ordered();
    jdbc.sql("update task set due_on = :day where lapse_id = :l")
        .param("day", FAIR.plusDays(5))
        .param("l", some.get(2).value())
        .update();
    var back = bulks.undo(job.id(), manager);
    assertThat(back.undone()).isEqualTo(2);
    assertThat(back.kept()).isEqualTo(1);
    assertThat(calls().get(2)).contains("2026-06-15");
  }

  /** As by the night. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update customer set phone = null",
        "update customer set preferred_channel = 'email'",
        "update lapse set assignee = null, queue_reason = 'no-rep'"
      })
  void whomTheNightWouldNotCallIsNamed(String because) {
    jdbc.sql("update task set state = 'cancelled'").update();
    jdbc.sql(because).update();
    var job = ordered();
    assertThat(job.refused()).isEqualTo(3);
    assertThat(bulks.lines(job.id(), null, null, 1, manager).items().get(0).why().key())
        .isEqualTo("task.refused.order");
  }

  @Test
  void aClosedLossAndOneThatCoolsDownGetNone() {
    decisions.decide(some.get(0), Decision.NOT_WORTH, "", null, manager);
    jdbc.sql("update lapse set not_before = :day where id = :l")
        .param("day", FAIR.plusDays(1))
        .param("l", some.get(1).value())
        .update();
    var job = ordered();
    assertThat(job.done()).isOne();
    assertThat(job.refused()).isEqualTo(2);
  }

  @Test
  void itNeedsADayToComeAndAnAim() {
    for (var wrong :
        List.of(
            order(some, null, "x"),
            order(some, clock.today().minusDays(1), "x"),
            order(some, clock.today().plusYears(4), "x"),
            order(some, FAIR, " "),
            order(some, FAIR, "x".repeat(501)))) {
      assertThatThrownBy(() -> bulks.start(wrong, manager)).isInstanceOf(Refused.class);
    }
    assertThat(bulks.start(order(some, clock.today(), "x"), manager).done()).isEqualTo(3);
  }
}
