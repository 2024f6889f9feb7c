package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Assignments;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.Handovers;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Telling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was promised ends while nobody has the loss, and is there again for whoever has it next
 * (CAL-34, DEC-23, DEC-26).
 */
@CoreTest
class QueuedWorkTest {

  @Autowired Tasks tasks;
  @Autowired Assignments assignments;
  @Autowired Decisions decisions;
  @Autowired Handovers handovers;
  @Autowired Lapses lapses;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private Actor manager;
  private LapseId lapse;
  private TaskId call;
  private TaskId promise;

  @BeforeEach
  void aCallAndAPromise() {
    rep = stories.rep("rep");
    manager = stories.manager();
    lapse = desk.lapse(stories.aCustomer("A").ownedBy(rep).save(), rep, "1000", Stage.LOST);
    call = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    promise = desk.task(lapse, rep, TaskKind.PROMISE, clock.today().plusDays(3));
  }

  private void moved() {
    var said =
        new CallLog(
            CallResult.MOVED,
            "",
            null,
            null,
            null,
            null,
            false,
            "form",
            Telling.NOTHING,
            null,
            null,
            null,
            null,
            null);
    tasks.log(call, said, rep);
  }

  private List<Object> kinds(Actor member) {
    return desk.open(member).stream().map(row -> row.get("kind")).toList();
  }

  @Test
  void aCallThatNobodyKnowsWhereHeMovedIsTakenBackWithThePromise() {
    for (int twice = 0; twice < 2; twice++) {
      moved();
      assertThat(kinds(rep)).isEmpty();
      tasks.undo(call, rep);
      assertThat(kinds(rep)).containsExactly("call", "promise");
    }
    assertThat(desk.see(promise)).containsEntry("due_on", java.sql.Date.valueOf("2026-06-04"));
  }

  @Test
  void aHandoverThatAManagerTakesBackBringsThePromiseBack() {
    moved();
    long handover = jdbc.sql("select id from handover").query(Long.class).single();
    handovers.undo(handover, manager);
    assertThat(kinds(rep)).containsExactly("promise");
  }

  @Test
  void whatWasLeftToMarketingAndTakenBackIsWorkAsBefore() {
    for (int twice = 0; twice < 2; twice++) {
      assignments.leaveToMarketing(lapse, manager);
      assertThat(kinds(rep)).isEmpty();
      decisions.undo(lapse, manager);
      assertThat(kinds(rep)).containsExactly("call", "promise");
    }
  }

  @Test
  void whoGetsTheLossFromTheQueueKeepsThePromise() {
    var other = stories.rep("other");
    moved();
    assignments.give(lapse, "other", null, false, manager);
    assertThat(kinds(other)).containsExactly("promise");
  }

  @Test
  void thePromiseGoesToWhomTheNightGivesTheLoss() {
    var other = stories.rep("other");
    jdbc.sql("update member set role = 'MARKETING' where login = 'rep'").update();
    for (int twice = 0; twice < 2; twice++) {
      lapses.assign(clock.today());
      tasks.plan(clock.today());
    }
    assertThat(desk.see(promise))
        .containsAllEntriesOf(Map.of("state", "open", "member_id", other.member()));
    assertThat(desk.count("task")).as("the call is planned beside no other step").isEqualTo(2);
  }

  @Test
  void ofAKindThatIsOpenByNowNoSecondComesBack() {
    moved();
    desk.task(lapse, rep, TaskKind.PROMISE, clock.today());
    assignments.give(lapse, "rep", null, false, manager);
    assertThat(kinds(rep)).containsExactly("promise");
  }

  @Test
  void thePromiseThatWasPassedOverDoesNotComeBackWhenTheNewerOneIsKept() {
    moved();
    var newer = desk.task(lapse, rep, TaskKind.PROMISE, clock.today());
    assignments.give(lapse, "rep", null, false, manager);
    desk.set(newer, "state", "done");
    for (int twice = 0; twice < 2; twice++) {
      tasks.plan(clock.today());
      assertThat(kinds(rep)).doesNotContain("promise");
    }
    assertThat(desk.see(promise)).containsEntry("state", "cancelled");
  }

  @Test
  void aCallComesBackOnlyWhenAPauseAllowsItAndNotInThePast() {
    assignments.leaveToMarketing(lapse, manager);
    clock.setDay(clock.today().plusDays(14));
    pausedUntil(clock.today().plusDays(1));
    assignments.give(lapse, "rep", null, false, manager);
    assertThat(kinds(rep)).as("in the pause").containsExactly("promise");
    desk.set(promise, "state", "done");
    assignments.leaveToMarketing(lapse, manager);
    pausedUntil(clock.today());
    assignments.give(lapse, "rep", null, false, manager);
    assertThat(kinds(rep)).as("the old call was passed over for good").isEmpty();
  }

  @Test
  void aCallThatComesBackIsDueToday() {
    assignments.leaveToMarketing(lapse, manager);
    clock.setDay(clock.today().plusDays(14));
    pausedUntil(clock.today());
    assignments.give(lapse, "rep", null, false, manager);
    assertThat(desk.see(call))
        .containsEntry("state", "open")
        .containsEntry("due_on", java.sql.Date.valueOf(clock.today()));
  }

  @Test
  void aCallDoesNotComeBackAfterSixAttemptsInThirtyDays() {
    assignments.leaveToMarketing(lapse, manager);
    desk.attempts(call, 6, clock.today());
    assignments.give(lapse, "rep", null, false, manager);
    assertThat(kinds(rep)).containsExactly("promise");
  }

  private void pausedUntil(LocalDate day) {
    jdbc.sql("update lapse set not_before = :day where id = :lapse")
        .param("day", day)
        .param("lapse", lapse.value())
        .update();
  }
}
