package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
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
