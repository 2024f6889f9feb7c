package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Suppressions;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The exit UNREACHABLE: no way to the customer is left, and who called says so. */
@CoreTest
class UnreachableTest {

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired Suppressions suppressions;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    task = desk.call(rep);
  }

  private static CallLog unreachable() {
    return CallLog.of(CallResult.WRONG_NUMBER).with(CallDetail.UNREACHABLE, null);
  }

  private void email(String address) {
    jdbc.sql("update customer set email = :address").param("address", address).update();
  }

  private String stage() {
    return jdbc.sql("select stage from lapse").query(String.class).single();
  }

  @Test
  void theLossEndsAsUnreachableAndNothingFollows() {
    email(null);
    var logged = tasks.log(task, unreachable(), rep);
    assertThat(stage()).isEqualTo("UNREACHABLE");
    assertThat(logged.nextKind()).isNull();
  }

  @Test
  void whoHasAMailboxThatTakesLettersIsNot() {
    email("a@example.org");
    assertThatThrownBy(() -> tasks.log(task, unreachable(), rep)).isInstanceOf(Refused.class);
    assertThat(stage()).isEqualTo("LOST");
  }

  /** Each letter to him is held for it, without soft opt-in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "email_consent = false",
        "email_consent = null",
        "preferred_channel = 'none'",
        "status = 'left'"
      })
  void whoMayNotBeWrittenToIs(String because) {
    email("a@example.org");
    jdbc.sql("update customer set " + because).update();
    tasks.log(task, unreachable(), rep);
    assertThat(stage()).isEqualTo("UNREACHABLE");
  }

  @Test
  void whoseMailboxIsStoppedIs() {
    email("a@example.org");
    suppressions.stop("a@example.org", Suppressions.Reason.HARD_BOUNCE, null);
    tasks.log(task, unreachable(), rep);
    assertThat(stage()).isEqualTo("UNREACHABLE");
  }

  @Test
  void itIsTakenBack() {
    email(null);
    tasks.log(task, unreachable(), rep);
    tasks.undo(task, rep);
    assertThat(stage()).isEqualTo("LOST");
    assertThat(jdbc.sql("select state from task").query(String.class).single()).isEqualTo("open");
  }

  @Test
  void aWrongNumberAloneIsPutRight() {
    var logged = tasks.log(task, CallLog.of(CallResult.WRONG_NUMBER), rep);
    assertThat(stage()).isEqualTo("WORKING");
    assertThat(logged.nextKind()).isEqualTo(TaskKind.DATA_CARE);
  }
}
