package dev.winback.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DET-22: the night runs by itself, catches up, resumes, and once however many ask. */
@CoreTest
class NightlyRunTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired NightlyRun nightly;
  @Autowired DataSource dataSource;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void theStepsRunInTheirOrder() {
    stories.aCustomer().silentFor(100).save();
    var night = nightly.run(DAY);
    assertThat(night.state()).isEqualTo("done");
    assertThat(night.steps().stream().map(NightRow.StepRow::name))
        .containsExactly(
            "model",
            "fold",
            "data-care",
            "lapses",
            "returns",
            "assignment",
            "aftercare",
            "worth",
            "tasks",
            "checks",
            "letters",
            "duplicates",
            "arrivals",
            "figures",
            "roll-ups",
            "retention");
    assertThat(night.steps().get(3).rows()).isEqualTo(1);
  }

  @Test
  void theSecondNightOfADayChangesNothing() {
    stories.aCustomer().silentFor(100).save();
    nightly.run(DAY);
    var again = nightly.run(DAY);
    assertThat(again.steps()).hasSize(16).allMatch(step -> step.rows() == 0);
  }

  /** What a person asked for while it ran is added to what it did, and hides none of it. */
  @Test
  void whatRunsOnceMoreIsAddedToTheNight() {
    stories.aCustomer().silentFor(100).save();
    nightly.run(DAY);
    jdbc.sql("update night set state = 'running', again = true").update();
    assertThat(nightly.runDue()).isTrue();
    var night = nightly.last(1, stories.manager()).get(0);
    assertThat(night.state()).isEqualTo("done");
    assertThat(night.steps()).hasSize(16);
    assertThat(night.rows("lapses")).isEqualTo(1);
  }

  @Test
  void aMissedNightIsCaughtUpOnItsOwnDayWithoutTasksAndLetters() {
    nightly.run(DAY);
    var customer = stories.aCustomer().silentFor(89).save();
    clock.setDay(DAY.plusDays(3));
    assertThat(nightly.runDue()).isTrue();
    assertThat(
            jdbc.sql("select opened_on from lapse where customer_id = :c")
                .param("c", customer.value())
                .query(LocalDate.class)
                .single())
        .isEqualTo(DAY.plusDays(1));
    assertThat(nights()).containsExactly("done", "done", "done", "done");
    assertThat(steps(DAY.plusDays(1))).doesNotContain("data-care", "tasks", "letters").hasSize(5);
    assertThat(steps(DAY.plusDays(3))).contains("tasks", "letters");
  }

  @Test
  void atMostThirtyOneDaysAreCaughtUp() {
    nightly.run(DAY);
    clock.setDay(DAY.plusDays(100));
    nightly.runDue();
    assertThat(nights()).hasSize(1 + 31);
  }

  @Test
  void theFirstNightEverInventsNoPast() {
    nightly.runDue();
    assertThat(nights()).hasSize(1);
  }

  @Test
  void theClockRunsADayOnce() {
    assertThat(nightly.runDue()).isTrue();
    assertThat(nightly.runDue()).isFalse();
  }

  @Test
  void twoNodesAtOnceRunItOnce() throws Exception {
    var start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(2);
    Callable<Boolean> node =
        () -> {
          start.await();
          return nightly.runDue();
        };
    List<Future<Boolean>> nodes = List.of(pool.submit(node), pool.submit(node));
    start.countDown();
    assertThat(List.of(nodes.get(0).get(), nodes.get(1).get()))
        .containsExactlyInAnyOrder(true, false);
    pool.shutdown();
    assertThat(steps(DAY)).hasSize(16);
  }

  @Test
  void whileAnotherNodeWorksTheClockDoesNothing() {
    var ran = new boolean[1];
    var pool = Executors.newSingleThreadExecutor();
    AdvisoryLock.NIGHT.during(
        dataSource,
        () -> {
          try {
            ran[0] = pool.submit(nightly::runDue).get();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    pool.shutdown();
    assertThat(ran[0]).isFalse();
    assertThat(nights()).isEmpty();
  }

  @Test
  void aKilledNightGoesOnBehindItsLastFinishedStep() {
    stories.aCustomer().silentFor(100).save();
    jdbc.sql("insert into night (day, state, node) values (:day, 'running', 'killed')")
        .param("day", DAY)
        .update();
    jdbc.sql(
            "insert into nightly_step (night_id, position, name, rows, seconds) values (1, 1, 'fold', 777, 1)")
        .update();
    assertThat(nightly.runDue()).isTrue();
    assertThat(steps(DAY)).hasSize(16);
    // the fold was not run again, so nothing was there to open
    assertThat(
            jdbc.sql("select rows from nightly_step where name = 'fold'")
                .query(Long.class)
                .single())
        .isEqualTo(777);
    assertThat(jdbc.sql("select count(*) from lapse").query(Long.class).single()).isZero();
  }

  @Test
  void aFailedStepStopsTheNightSaysWhichAndIsTakenUpAgain() {
    stories.aCustomer().silentFor(100).save();
    jdbc.sql("alter table lapse rename column opened_by to opened_away").update();
    try {
      var failed = nightly.run(DAY);
      assertThat(failed.state()).isEqualTo("failed");
      assertThat(failed.failedStep()).isEqualTo("lapses");
      assertThat(failed.steps()).hasSize(3);
    } finally {
      jdbc.sql("alter table lapse rename column opened_away to opened_by").update();
    }
    assertThat(nightly.run(DAY).state()).isEqualTo("done");
    assertThat(jdbc.sql("select count(*) from lapse").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aPersonAsksAndItRunsInTheBackground() {
    stories.aCustomer().silentFor(100).save();
    var manager = stories.manager();
    long id = nightly.start(null, manager);
    Awaitility.await().until(() -> nightly.night(id, manager).state().equals("done"));
    assertThat(nightly.night(id, manager).steps()).hasSize(16);
  }

  @Test
  void aNightOfTheFutureIsRefused() {
    assertThatThrownBy(() -> nightly.start(DAY.plusDays(1), stories.manager()))
        .isInstanceOf(Refused.class);
    assertThat(nights()).isEmpty();
  }

  @Test
  void repsAndMarketingDoNotRunIt() {
    assertThatThrownBy(() -> nightly.start(null, stories.rep("ann")))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> nightly.start(null, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
  }

  private List<String> nights() {
    return jdbc.sql("select state from night order by day").query(String.class).list();
  }

  private List<String> steps(LocalDate day) {
    return jdbc.sql(
            "select s.name from nightly_step s join night n on n.id = s.night_id where n.day = :day order by position")
        .param("day", day)
        .query(String.class)
        .list();
  }
}
