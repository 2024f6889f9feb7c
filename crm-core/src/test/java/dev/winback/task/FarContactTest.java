package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAL-21: a final no leaves one far contact, and the no that is said in it leaves none. */
@CoreTest
class FarContactTest {

  @Autowired Tasks tasks;
  @Autowired Stories stories;
  @Autowired Desk desk;

  private Actor rep;
  private TaskId far;

  @BeforeEach
  void aFarContact() {
    stories.manager();
    rep = stories.rep("rep");
    var lapse = desk.lapse(stories.aCustomer().save(), rep, "100", Stage.REFUSED);
    far = desk.task(lapse, rep, TaskKind.FAR_CONTACT, MovableClock.START);
  }

  @Test
  void aNoInTheFarContactIsTheLastOne() {
    var no = new CallLog(CallResult.FINAL_NO, "", "price", null, null, null, false, null);
    assertThat(tasks.log(far, no, rep).nextTask()).isNull();
    assertThat(desk.open(rep)).isEmpty();
  }

  @Test
  void whoWasNotThereIsTriedAgain() {
    var logged = tasks.log(far, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(logged.nextKind()).isEqualTo(TaskKind.FAR_CONTACT);
  }
}
