package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Stage;
import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.CustomerPages;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CAL-21: a final no leaves one far contact, and the no that is said in it leaves none. */
@CoreTest
class FarContactTest {

  @Autowired Tasks tasks;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired CustomerPages customers;
  @Autowired CustomerLists list;
  @Autowired LostCustomers lost;

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

  @Test
  void whoHasItSeesTheCustomerUntilItIsDone() {
    var ref = "" + jdbc.sql("select ref from customer").query(String.class).single();
    assertThat(customers.facts(ref, rep).ref()).isEqualTo(ref);
    assertThat(list.page(CustomerFilter.of(""), null, 5, rep).items()).hasSize(1);
    assertThat(lost.page(LostFilter.of("stage=refused"), null, 5, rep).items()).hasSize(1);
    var other = stories.rep("other");
    assertThatThrownBy(() -> customers.facts(ref, other)).isInstanceOf(NotFound.class);
    var no = new CallLog(CallResult.FINAL_NO, "", "price", null, null, null, false, null);
    tasks.log(far, no, rep);
    assertThatThrownBy(() -> customers.facts(ref, rep)).isInstanceOf(NotFound.class);
    assertThat(list.page(CustomerFilter.of(""), null, 5, rep).items()).isEmpty();
    assertThat(lost.page(LostFilter.of("stage=refused"), null, 5, rep).items()).isEmpty();
  }
}
