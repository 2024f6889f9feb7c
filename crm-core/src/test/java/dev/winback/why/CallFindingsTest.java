package dev.winback.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.TaskId;
import dev.winback.task.TaskKind;
import dev.winback.task.Tasks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CAL-22, UND-08: a call records the reason, the severity, the wish and the whys within its own
 * fields.
 */
class CallFindingsTest extends WhyStories {

  @Autowired Tasks tasks;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
  }

  private void log(
      CallResult result, @Nullable String reason, @Nullable Integer severity, Telling more) {
    tasks.log(
        task, new CallLog(result, "", reason, severity, null, null, false, null, more, null), rep);
  }

  @Test
  void whatTheCustomerSaysInATalkIsHisWord() {
    var more =
        Telling.of(
            Map.of("real", "delivery", "human", "true", "wish", "one contact"),
            List.of("late", "one lorry"));
    log(CallResult.TALKED, "price", 4, more);
    assertThat(known().known())
        .containsEntry(FindingField.STATED, "price")
        .containsEntry(FindingField.REAL, "delivery")
        .containsEntry(FindingField.SEVERITY, "4")
        .containsEntry(FindingField.HUMAN, "true")
        .containsEntry(FindingField.WISH, "one contact")
        .containsEntry(FindingField.SAID_BY, "customer");
    assertThat(known().whys()).containsExactly("late", "one lorry");
    assertThat(known().call()).isTrue();
  }

  @Test
  void whoOnlyGuessesTheRealReasonSaysSo() {
    log(CallResult.TALKED, "price", null, telling("real", "rep", "saidBy", "guess"));
    assertThat(known().guess()).isTrue();
  }

  @Test
  void theReasonThatWasGuessedBeforeStaysAGuessUntilHeSaysSo() {
    findings.tell(lapse, telling("stated", "price"), rep);
    log(CallResult.FINAL_NO, "price", null, Telling.NOTHING);
    assertThat(known().guess()).isTrue();
    lapse = desk.lapse(stories.aCustomer("K-2"), rep, "10");
    task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    findings.tell(lapse, telling("stated", "price"), rep);
    log(CallResult.TALKED, "price", null, telling("saidBy", "customer"));
    assertThat(known().guess()).isFalse();
  }

  @Test
  void aCallInWhichNothingWasLearntWritesNothing() {
    log(CallResult.NOT_THERE, null, null, Telling.NOTHING);
    assertThat(rows("finding")).isZero();
  }

  @Test
  void aPersonWhoIsGoneIsAReasonAndOneWeDoNotWantIsNone() {
    log(CallResult.PERSON_GONE, "deceased", null, Telling.NOTHING);
    assertThat(known().reason()).isEqualTo("person-gone");
    lapse = desk.lapse(stories.aCustomer("K-2"), rep, "10");
    task = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    log(CallResult.NOT_WANTED, "pays-badly", null, Telling.NOTHING);
    assertThat(findings.of(lapse, manager)).isEmpty();
    assertThat(desk.see(task)).containsEntry("close_reason", "pays-badly");
  }

  @Test
  void aCallThatIsTakenBackTakesWhatWasLearntWithIt() {
    findings.tell(lapse, telling("stated", "rules"), rep);
    log(CallResult.FINAL_NO, "price", 5, Telling.NOTHING);
    assertThat(known().reason()).isEqualTo("price");
    tasks.undo(task, rep);
    assertThat(known().reason()).isEqualTo("rules");
    assertThat(known().get("severity")).isNull();
  }
}
