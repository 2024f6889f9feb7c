package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesClosed;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CallDetail;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * CAL-14: what was agreed is drafted in writing right after the call, read and sent by who called,
 * once, and can be taken back for half a minute.
 */
@CoreTest
class ConfirmationsTest {

  @Autowired Tasks tasks;
  @Autowired Confirmations confirmations;
  @Autowired ConfirmationLists lists;
  @Autowired Outbox outbox;
  @Autowired Letters letters;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aMeetingIsAgreed() {
    rep = stories.rep("rep");
    task = desk.call(rep);
    tasks.log(
        task,
        new CallLog(
                CallResult.APPOINTMENT,
                "wants oil",
                null,
                null,
                null,
                "2026-06-05T10:00",
                false,
                null)
            .with(null, "At his works"),
        rep);
  }

  @Test
  void itIsADraftWithWhatWasAgreed() {
    var draft = only("draft");
    assertThat(draft.result()).isEqualTo("appointment");
    assertThat(draft.nextAt()).isEqualTo("2026-06-05T08:00:00Z");
    assertThat(draft.place()).isEqualTo("At his works");
    assertThat(lists.count(new ConfirmationFilter(null), rep)).isEqualTo(1);
    assertThat(lists.count(new ConfirmationFilter(null), stories.rep("rep2"))).isZero();
    assertThatThrownBy(() -> lists.of(draft.call(), stories.rep("rep2")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whereNothingWasAgreedOrNobodyHasAMailboxNothingIsDrafted() {
    tasks.log(desk.call(rep), CallLog.of(CallResult.NOT_THERE), rep);
    tasks.log(desk.call(rep), CallLog.of(CallResult.TALKED).with(CallDetail.REFUSED, null), rep);
    var silent = desk.call(rep);
    desk.setCustomer(silent, "email", null);
    tasks.log(silent, CallLog.of(CallResult.THINKING), rep);
    assertThat(lists.count(new ConfirmationFilter("all"), rep)).isEqualTo(1);
  }

  @Test
  void itLeavesOnceWithHisWordsAndHisNameWhileOtherLettersRest() {
    send();
    assertThatThrownBy(this::send).isInstanceOf(Refused.class);
    assertThat(only("waiting").holdReason()).isNull();
    assertThat(outbox.claim("n", 10, Duration.ofMinutes(1))).isEmpty();
    wait30();
    var letters = outbox.claim("n", 10, Duration.ofMinutes(1));
    assertThat(letters).hasSize(1);
    var letter = letters.get(0);
    assertThat(letter.content().template().subject()).isEqualTo("Friday at ten");
    assertThat(letter.content().template().body()).isEqualTo("We meet on Friday, { {not me} }.");
    assertThat(letter.responsible()).isEqualTo(rep.name());
    assertThat(letter.content().templateId()).isZero();
    assertThat(outbox.claim("n", 10, Duration.ofMinutes(1))).isEmpty();
  }

  /** LET-24: its kind is shipped live, so nobody ever turned it on. */
  @Test
  void aFirmWithoutANameConfirmsNothingAndIsToldWhatIsMissing() {
    jdbc.sql("update firm set name = ''").update();
    assertThatThrownBy(this::send).hasMessage("letter.check.contact.red []");
    assertThat(only("draft").holdReason()).isNull();
    assertThat(desk.count("letter")).isZero();
    confirmations.drop(call(), rep);
  }

  @Test
  void withinHalfAMinuteItIsADraftAgainAndMayBeSentAnew() {
    send();
    confirmations.undo(call(), rep);
    assertThat(only("draft").subject()).isEqualTo("Friday at ten");
    assertThat(desk.count("letter")).isZero();
    send();
    wait30();
    outbox.claim("n", 10, Duration.ofMinutes(1));
    assertThatThrownBy(() -> confirmations.undo(call(), rep)).isInstanceOf(Refused.class);
    // and the call cannot be taken back either
    assertThatThrownBy(() -> tasks.undo(task, rep)).isInstanceOf(Refused.class);
    assertThat(desk.count("confirmation")).isEqualTo(1);
  }

  @Test
  void aCallThatIsTakenBackTakesItsLetterWithIt() {
    send();
    tasks.undo(task, rep);
    assertThat(desk.count("letter")).isZero();
    assertThat(desk.count("confirmation")).isZero();
  }

  @Test
  void whoObjectedGetsNoneAndWhoNeedsNoneIsDropped() {
    confirmations.drop(call(), rep);
    assertThat(only("dropped").subject()).isNull();
    confirmations.undo(call(), rep);
    desk.setCustomer(task, "email_consent", false);
    send();
    wait30();
    assertThat(outbox.claim("n", 10, Duration.ofMinutes(1))).isEmpty();
    assertThat(only("waiting").holdReason()).isEqualTo("NO_BASIS");
  }

  /** The loss may close in the half minute: he was promised something all the same. */
  @Test
  void aLossThatClosesMeanwhileStopsNoConfirmation() {
    send();
    letters.stop(new LapsesClosed(List.of(new LapseId((Long) desk.see(task).get("lapse_id")))));
    assertThat(only("waiting").holdReason()).isNull();
    wait30();
    assertThat(outbox.claim("n", 10, Duration.ofMinutes(1))).hasSize(1);
  }

  @Test
  void whatWasStoppedOrRefusedIsSeenAndCanBeADraftAgain() {
    for (var state : List.of("SUPPRESSED", "FAILED")) {
      send();
      jdbc.sql("update letter set state = :state").param("state", state).update();
      assertThat(only("stopped").subject()).isEqualTo("Friday at ten");
      confirmations.undo(call(), rep);
      assertThat(only("draft").subject()).isEqualTo("Friday at ten");
    }
    send();
    jdbc.sql("update letter set state = 'SUPPRESSED', hold_reason = 'SENT_AGAIN'").update();
    assertThatThrownBy(() -> confirmations.undo(call(), rep)).isInstanceOf(Refused.class);
  }

  @Test
  void oneThatIsHeldLeavesWhenItsReasonIsGoneAndEndsAfterAWeek() {
    desk.setCustomer(task, "email_consent", false);
    send();
    wait30();
    outbox.claim("n", 10, Duration.ofMinutes(1));
    letters.judge(clock.today());
    assertThat(only("waiting").holdReason()).isEqualTo("NO_BASIS");
    clock.forward(Duration.ofDays(7).minusSeconds(1));
    desk.setCustomer(task, "email_consent", true);
    letters.judge(clock.today());
    assertThat(only("waiting").holdReason()).isNull();
    desk.setCustomer(task, "email_consent", false);
    outbox.claim("n", 10, Duration.ofMinutes(1));
    clock.forward(Duration.ofSeconds(1));
    letters.judge(clock.today());
    assertThat(only("stopped").holdReason()).isEqualTo("NO_BASIS");
    letters.judge(clock.today());
    assertThat(only("stopped").holdReason()).isEqualTo("NO_BASIS");
  }

  @Test
  void whatIsDroppedKeepsItsWords() {
    send();
    confirmations.undo(call(), rep);
    confirmations.drop(call(), rep);
    confirmations.undo(call(), rep);
    assertThat(only("draft").subject()).isEqualTo("Friday at ten");
  }

  /** Two windows: one sends, the other drops before it can see that. */
  @Test
  void whoDropsWhileAnotherSendsIsTooLate() throws Exception {
    var other = Executors.newSingleThreadExecutor();
    try {
      var late = new AtomicReference<Future<?>>();
      new TransactionTemplate(transactions)
          .executeWithoutResult(
              sending -> {
                send();
                late.set(other.submit(() -> confirmations.drop(call(), rep)));
                while (!late.get().isDone() && !somebodyWaits()) {
                  Thread.onSpinWait();
                }
              });
      assertThatThrownBy(() -> late.get().get()).hasCauseInstanceOf(Refused.class);
      assertThat(only("waiting").subject()).isEqualTo("Friday at ten");
    } finally {
      other.shutdown();
    }
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void emptyAndOverlongWordsAreRefused() {
    for (var wrong : List.of(" ", "x".repeat(151))) {
      assertThatThrownBy(() -> confirmations.send(call(), wrong, "b", rep))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("subject"));
    }
    assertThatThrownBy(() -> confirmations.send(call(), "s", "", rep))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("body"));
  }

  @Test
  void afterAWeekNobodyConfirmsAnyMore() {
    clock.forward(Duration.ofDays(7).minusSeconds(1));
    assertThat(lists.count(new ConfirmationFilter("draft"), rep)).isEqualTo(1);
    clock.forward(Duration.ofSeconds(1));
    assertThat(lists.count(new ConfirmationFilter("draft"), rep)).isZero();
  }

  private void send() {
    confirmations.send(call(), "Friday at ten", "We meet on Friday, {{not me}}.", rep);
  }

  private void wait30() {
    jdbc.sql("update letter set next_attempt_at = next_attempt_at - interval '31 seconds'")
        .update();
  }

  private long call() {
    return jdbc.sql("select min(id) from call").query(Long.class).single();
  }

  private Confirmation only(String state) {
    var items = lists.page(new ConfirmationFilter(state), null, 10, rep).items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }
}
