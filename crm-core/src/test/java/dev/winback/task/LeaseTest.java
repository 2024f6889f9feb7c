package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CAL-01: the queue never gives one customer to two reps; a card is kept for ten minutes. */
@CoreTest
class LeaseTest {

  @Autowired Tasks tasks;
  @Autowired CallSheets sheets;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private Actor other;
  private CustomerId both;

  @BeforeEach
  void bothHaveATaskForOneCustomer() {
    rep = stories.rep("rep");
    other = stories.rep("rep2");
    both = stories.aCustomer().save();
    var lapse = desk.lapse(both, rep, "900", Stage.LOST);
    desk.task(lapse, rep, TaskKind.CALL, clock.today());
    desk.task(lapse, other, TaskKind.MEETING, clock.today());
  }

  @Test
  void theSecondGetsTheNextCustomerAndSeesWhy() {
    var next = desk.task(desk.lapseOf(other, "10"), other, TaskKind.CALL, clock.today());
    assertThat(card(rep)).isEqualTo(both);
    var seen = tasks.today(null, null, null, other);
    assertThat(Objects.requireNonNull(seen.card()).task().id()).isEqualTo(next);
    assertThat(seen.queue())
        .filteredOn(row -> row.customer().equals(both))
        .allSatisfy(
            row -> assertThat(row.window().notNow()).isEqualTo(CallWindow.NotNow.WITH_COLLEAGUE));
    // asked for by its own address it is shown, and still not his
    assertThat(card(rep)).isEqualTo(both);
  }

  @Test
  void afterTenMinutesOrTheCallHeIsFreeAgain() {
    card(rep);
    assertThat(tasks.today(null, null, null, other).card()).isNull();
    jdbc.sql("update task set leased_until = leased_until - interval '10 minutes'").update();
    assertThat(card(other)).isEqualTo(both);
  }

  /** A talk of more than ten minutes: whoever types has him on the line. */
  @Test
  void whoTypesKeepsHimAndWhoseTimeIsOverDoesNotTakeHimBack() {
    var task = tasks.today(null, null, null, rep).card().task().id();
    for (Runnable typed :
        List.<Runnable>of(
            () -> tasks.keepNote(task, "still talking", rep),
            () -> sheets.keep(task, Map.of("words", "too dear"), rep))) {
      card(rep);
      age("9 minutes");
      typed.run();
      age("9 minutes");
      assertThat(tasks.today(null, null, null, other).card()).isNull();
    }
    age("10 minutes");
    assertThat(card(other)).isEqualTo(both);
    tasks.keepNote(task, "and what about samples?", rep);
    assertThat(card(other)).isEqualTo(both);
  }

  private void age(String time) {
    jdbc.sql("update task set leased_until = leased_until - :time::interval")
        .param("time", time)
        .update();
  }

  @Test
  void aManagerWhoLooksTakesNobody() {
    var manager = stories.manager();
    assertThat(tasks.today("rep", null, null, manager).card()).isNotNull();
    assertThat(card(other)).isEqualTo(both);
  }

  @Test
  void ofTwoAtOnceOnlyOneGetsHim() throws Exception {
    var hands = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 15; round++) {
        jdbc.sql("update task set leased_by = null, leased_until = null").update();
        List<Callable<Boolean>> both = List.of(() -> gets(rep), () -> gets(other));
        int got = 0;
        for (var answer : hands.invokeAll(both)) {
          got += answer.get() ? 1 : 0;
        }
        assertThat(got).as("round " + round).isEqualTo(1);
      }
    } finally {
      hands.shutdownNow();
    }
  }

  private boolean gets(Actor who) {
    return tasks.today(null, null, null, who).card() != null;
  }

  private CustomerId card(Actor who) {
    return Objects.requireNonNull(tasks.today(null, null, null, who).card()).task().customer();
  }
}
