package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Backgrounds;
import dev.winback.why.Looked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call is logged once and can be taken back within a minute by who logged it. */
@CoreTest
class UndoTest {

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Backgrounds backgrounds;
  @Autowired Decisions decisions;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    task = desk.call(rep);
  }

  @ParameterizedTest
  @EnumSource(CallResult.class)
  void everyOutcomeCanBeTakenBackWhole(CallResult result) {
    desk.task(
        desk.lapseOf(rep, "5"), rep, TaskKind.CALL, clock.today()); // somebody else's, untouched
    // an offer is refused before it
    backgrounds.look(new LapseId((Long) desk.see(task).get("lapse_id")), Looked.ALL, rep);
    var before = world();
    tasks.log(task, log(result), rep);
    assertThat(world()).isNotEqualTo(before);
    tasks.undo(task, rep);
    assertThat(world()).isEqualTo(before);
    // and may be logged again
    tasks.log(task, log(result), rep);
    assertThat(desk.see(task)).containsEntry("state", "done");
  }

  @Test
  void afterSixtySecondsTheCallStays() {
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    clock.forward(Duration.ofSeconds(61));
    assertThatThrownBy(() -> tasks.undo(task, rep)).isInstanceOf(Refused.class);
    assertThat(desk.see(task)).containsEntry("state", "done");
  }

  @Test
  void afterFiftyNineSecondsItCanStillBeTakenBackOnce() {
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    clock.forward(Duration.ofSeconds(59));
    tasks.undo(task, rep);
    assertThat(desk.see(task)).containsEntry("state", "open");
    assertThatThrownBy(() -> tasks.undo(task, rep)).isInstanceOf(Refused.class);
    assertThat(desk.open(rep)).hasSize(1);
  }

  @Test
  void onlyWhoLoggedItTakesItBack() {
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertThatThrownBy(() -> tasks.undo(task, stories.manager())).isInstanceOf(Refused.class);
  }

  @Test
  void aReturnInTheMeantimeIsNotTakenBackWithTheCall() {
    tasks.log(task, CallLog.of(CallResult.ORDERED), rep);
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = :day, version = version + 1")
        .param("day", clock.today())
        .update();
    assertThatThrownBy(() -> tasks.undo(task, rep)).isInstanceOf(Refused.class);
    assertThat(desk.see(task)).containsEntry("state", "done").containsEntry("stage", "RETURNED");
  }

  @Test
  void aThankYouAfterTheReturnCanBeTakenBackAndTheReturnStays() {
    var customer = stories.aCustomer().save();
    var lapse = desk.lapse(customer, rep, "10", Stage.LOST);
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = :day where id = :id")
        .param("day", clock.today())
        .param("id", lapse.value())
        .update();
    var thanks = desk.task(lapse, rep, TaskKind.THANK_YOU, clock.today());
    tasks.log(thanks, CallLog.of(CallResult.TALKED), rep);
    tasks.undo(thanks, rep);
    assertThat(desk.see(thanks)).containsEntry("state", "open").containsEntry("stage", "RETURNED");
  }

  @Test
  void whatTheManagerDecidedMeanwhileIsNotTakenBackWithTheCall() {
    tasks.log(task, CallLog.of(CallResult.TALKED), rep);
    var lapse = new LapseId((Long) desk.see(task).get("lapse_id"));
    decisions.decide(lapse, Decision.NOT_WORTH, "", null, stories.manager());
    assertThatThrownBy(() -> tasks.undo(task, rep)).isInstanceOf(Refused.class);
    assertThat(desk.see(task)).containsEntry("stage", "NOT_WANTED").containsEntry("state", "done");
  }

  @Test
  void anAgreedCallComesBackWithTheUndoneDecisionThatEndedIt() {
    var lapse = new LapseId((Long) desk.see(task).get("lapse_id"));
    desk.task(lapse, rep, TaskKind.CALL_BACK, clock.today());
    for (int twice = 0; twice < 2; twice++) {
      decisions.decide(lapse, Decision.NOT_WORTH, "", null, stories.manager());
      assertThat(desk.open(rep)).isEmpty();
      decisions.undo(lapse, stories.manager());
      assertThat(desk.open(rep)).extracting(row -> row.get("kind")).contains("call", "call_back");
    }
  }

  @Test
  void theSameFormTwiceIsOneCallAndAnotherFormIsRefused() {
    var form = form("a");
    var first = tasks.log(task, form, rep);
    assertThat(tasks.log(task, form, rep)).isEqualTo(first);
    assertThat(desk.count("call")).isEqualTo(1);
    assertThatThrownBy(() -> tasks.log(task, form("b"), rep)).isInstanceOf(Refused.class);
    assertThat(desk.open(rep)).hasSize(1);
  }

  /** I8: a program sends the key of its call again with something else in it. */
  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    var first = tasks.log(task, form("k#" + "0".repeat(64)), rep);
    assertThat(tasks.log(task, form("k#" + "0".repeat(64)), rep)).isEqualTo(first);
    assertThatThrownBy(() -> tasks.log(task, form("k#" + "1".repeat(64)), rep))
        .hasMessageContaining("refused.key-used");
  }

  @Test
  void theSameFormFromTwoHandsAtOnceIsOneCall() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Logged> send = () -> tasks.log(task, form("a"), rep);
      var answers = new ArrayList<Logged>();
      for (var answer : threads.invokeAll(List.of(send, send, send, send))) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(4);
      assertThat(desk.count("call")).isEqualTo(1);
      assertThat(desk.count("contact")).isEqualTo(1);
      assertThat(desk.open(rep)).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aDraftIsKeptForOneMemberUntilTheCallIsLogged() {
    tasks.keepNote(task, "half a sen", rep);
    tasks.keepNote(task, "half a sentence", rep);
    assertThat(draft(rep)).isEqualTo("half a sentence");
    assertThat(draft(stories.manager())).isNull();
    tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    tasks.keepNote(task, "a late key", rep); // the request was on its way when the call was logged
    assertThat(desk.count("note_draft")).isZero();
    assertThatThrownBy(() -> tasks.keepNote(desk.call(rep), "x".repeat(20_001), rep))
        .isInstanceOf(Refused.class);
  }

  @Test
  void somebodyElsesTaskLooksAsIfThereWereNone() {
    var other = stories.rep("rep2");
    for (var attempt : attempts(other)) {
      assertThatThrownBy(attempt::call).isInstanceOf(NotFound.class);
    }
    for (var attempt : attempts(stories.marketing())) {
      assertThatThrownBy(attempt::call).isInstanceOf(NotAllowed.class);
    }
    assertThat(desk.count("call") + desk.count("note_draft")).isZero();
    assertThat(tasks.today("rep", null, null, stories.manager()).queue()).hasSize(1);
    assertThatThrownBy(() -> tasks.today("rep", null, null, other)).isInstanceOf(NotFound.class);
  }

  private List<Callable<Object>> attempts(Actor actor) {
    return List.of(
        () -> tasks.log(task, CallLog.of(CallResult.NOT_THERE), actor),
        () -> tasks.today(null, null, task, actor),
        () -> {
          tasks.undo(task, actor);
          return task;
        },
        () -> {
          tasks.keepNote(task, "x", actor);
          return task;
        });
  }

  private String draft(Actor actor) {
    return tasks.today(null, null, task, actor).card().draft();
  }

  private static CallLog form(String form) {
    return new CallLog(CallResult.NOT_THERE, "", null, null, null, null, false, form);
  }

  private static CallLog log(CallResult result) {
    var rule = result.consequence();
    return new CallLog(
        result,
        "",
        rule.needs() == Consequence.Needs.REASON ? "price" : null,
        null,
        null,
        rule.needsDay() ? "2026-06-04T10:00" : null,
        false,
        null);
  }

  /** All that a call may change, without what only says when and how often. */
  private List<Map<String, Object>> world() {
    return jdbc.sql(
            """
            select t.id, t.kind, t.state, t.due_on, l.stage, l.letters_rest_until, w.reason, l.closed_on,
                   l.close_reason, c.status,
                   (select count(*) from contact) as contacts,
                   (select count(*) from complaint) as complaints,
                   (select count(*) from complaint_wait) as waiting,
                   (select count(*) from contact_plan) as plans,
                   (select count(*) from alarm where taken_back_at is null) as alarms,
                   (select count(*) from call where undone_at is null) as calls,
                   (select count(*) from suppression where lifted_at is null) as suppressed
              from task t join lapse l on l.id = t.lapse_id join customer c on c.id = t.customer_id
              left join lateral why_of(l.id) w on true
             where t.state <> 'cancelled'
             order by t.id
            """)
        .query()
        .listOfRows();
  }
}
