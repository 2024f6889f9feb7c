package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.complaint.Complaint;
import dev.winback.complaint.Complaints;
import dev.winback.lapse.Assignments;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CAL-20, UND-12, the row "complaint" of the table of outcomes: service has it with its clock, the
 * loss waits, and its rep is told by a task when it is resolved.
 */
@CoreTest
class ComplaintOutcomeTest {

  @Autowired Tasks tasks;
  @Autowired Complaints complaints;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Assignments assignments;
  private Actor rep;
  private Actor manager;
  private TaskId task;

  @BeforeEach
  void heComplains() {
    rep = stories.rep("rep");
    manager = stories.manager();
    task = desk.call(rep);
    tasks.log(
        task,
        new CallLog(CallResult.COMPLAINT, "late twice", "delivery", 4, null, null, false, null),
        rep);
  }

  @Test
  void nobodyCallsBeforeServiceHasResolvedIt() {
    assertThat(tasks.plan(clock.today())).isZero();
    assertThat(desk.open(rep)).isEmpty();
  }

  /** A day beside it would be a call with nothing in hand, and a second one after the answer. */
  @Test
  void noDayIsChosenForWhoWaitsForService() {
    var other = desk.call(rep);
    var log = new CallLog(CallResult.COMPLAINT, "late", "delivery", 4, null, "+1d", false, null);
    assertThatThrownBy(() -> tasks.log(other, log, rep))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.sentence().key()).endsWith("next-service"));
    assertThat(desk.count("complaint")).isEqualTo(1);
  }

  @Test
  void whenItIsResolvedTheRepIsToldByATaskOnce() {
    resolve(clock.instant());
    resolve(clock.instant());
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "solved"));
    clock.forward(Duration.ofHours(1)); // he has just been called
    var solved = tasks.today(null, null, null, rep).card();
    assertThat(solved.task().kind()).isEqualTo(TaskKind.SOLVED);
    tasks.log(solved.task().id(), CallLog.of(CallResult.TALKED), rep);
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "call"));
  }

  @Test
  void whoeverHasTheLossByThenIsTold() {
    var other = stories.rep("rep2");
    jdbc.sql("update lapse set assignee = :member").param("member", other.member()).update();
    resolve(clock.instant());
    assertThat(desk.open(rep)).isEmpty();
    assertThat(desk.open(other)).hasSize(1);
  }

  @Test
  void aComplaintThatIsOpenAgainMakesTheLossWaitAgain() {
    resolve(clock.instant());
    resolve(null);
    assertThat(desk.open(rep)).isEmpty();
    assertThat(tasks.plan(clock.today())).isZero();
    resolve(clock.instant());
    assertThat(desk.open(rep)).hasSize(1);
  }

  @Test
  void aMarkOfThreeOrMoreAlarmsOnceAndAnUndoTakesAllBack() {
    assertThat(alarms()).isEqualTo(1);
    tasks.undo(task, rep);
    assertThat(alarms()).isZero();
    assertThat(desk.count("complaint")).isZero();
    assertThat(desk.count("complaint_wait")).isZero();
  }

  @Test
  void aLossThatClosedMeanwhileGetsNoCall() {
    jdbc.sql("update lapse set stage = 'NOT_WANTED'").update();
    resolve(clock.instant());
    assertThat(desk.open(rep)).isEmpty();
  }

  @Test
  void whoIsBackIsAskedWhetherItIsSolvedToo() {
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = opened_on").update();
    resolve(clock.instant());
    resolve(clock.instant());
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "solved"));
  }

  @Test
  void theUndoOfACallThatServiceWasQuickerThanAsksNothing() {
    resolve(clock.instant());
    assertThat(desk.open(rep)).hasSize(1);
    tasks.undo(task, rep);
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "call"));
  }

  @Test
  void whatIsOpenAgainWhileNobodyHasTheLossIsNoQuestionForWhoGetsIt() {
    resolve(clock.instant());
    assignments.leaveToMarketing(loss(), manager);
    resolve(null);
    assignments.give(loss(), "rep", null, false, manager);
    assertThat(desk.open(rep)).isEmpty();
  }

  @Test
  void whatIsWithdrawnWhileNobodyHasTheLossIsNoQuestionForWhoGetsIt() {
    resolve(clock.instant());
    assignments.leaveToMarketing(loss(), manager);
    tasks.undo(task, rep);
    assignments.give(loss(), "rep", null, false, manager);
    assertThat(desk.open(rep))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "call"));
  }

  private LapseId loss() {
    return new LapseId(jdbc.sql("select lapse_id from task limit 1").query(Long.class).single());
  }

  @Test
  void serviceThatGivesAHigherMarkAlarmsAgainAndTheSameMarkDoesNot() {
    mark(4);
    assertThat(alarms()).isEqualTo(1);
    mark(5);
    mark(5);
    assertThat(alarms()).isEqualTo(2);
  }

  private void mark(int severity) {
    tell(null, severity);
  }

  private long alarms() {
    return jdbc.sql("select count(*) from alarm where taken_back_at is null")
        .query(Long.class)
        .single();
  }

  private void resolve(@Nullable Instant at) {
    tell(at, 4);
  }

  private void tell(@Nullable Instant at, int severity) {
    var told = jdbc.sql("select external_id from complaint").query(String.class).single();
    var ref = jdbc.sql("select ref from customer").query(String.class).single();
    complaints.record(
        List.of(
            new Complaint(
                0,
                ref,
                "winback",
                told,
                clock.instant(),
                "late twice",
                severity,
                null,
                null,
                at,
                null,
                null,
                0b10011)));
  }
}
