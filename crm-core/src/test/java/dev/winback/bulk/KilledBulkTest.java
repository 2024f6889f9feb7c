package dev.winback.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job that is killed goes on where it was; one that is stopped leaves the rest (hold.md). */
class KilledBulkTest extends BulkStories {

  @Autowired BulkStore store;
  @Autowired BulkRun run;
  @Autowired BulkWorkers workers;

  private long job(List<LapseId> some) {
    long job = store.add(BulkOrder.of(BulkAction.RETURN, some), some, manager);
    store.take(job);
    return job;
  }

  private void nodeIsNotHeardOf() {
    jdbc.sql(
            "update bulk_job set node = 'killed', lease_until = clock_timestamp() - interval '1 second'")
        .update();
  }

  @Test
  void aKilledJobGoesOnAtItsNextRowAndDoesNoneTwice() {
    var some = lost(60);
    long job = job(some);
    var asked = new AtomicInteger();
    run.work(job, Way.DO, () -> asked.incrementAndGet() > 1);
    assertThat(bulks.one(job, manager).done()).as("one batch").isEqualTo(50);
    nodeIsNotHeardOf();
    workers.workNow(job);
    var done = bulks.one(job, manager);
    assertThat(done.state()).isEqualTo(BulkJob.State.DONE);
    assertThat(done.done()).isEqualTo(60);
    assertThat(decided()).isEqualTo(60);
    workers.workNow(job);
    run.work(job, Way.DO, () -> false);
    assertThat(decided()).as("worked once more").isEqualTo(60);
  }

  private long decided() {
    return jdbc.sql("select count(*) from lapse_event where kind = 'decided'")
        .query(Long.class)
        .single();
  }

  @Test
  void whoLostTheJobToAnotherNodeDoesNothingMore() {
    var some = lost(2);
    long job = job(some);
    nodeIsNotHeardOf();
    run.work(job, Way.DO, () -> false);
    assertThat(stages(some)).containsOnly(Stage.LATE);
    bulks.cancel(job, manager); // or this node takes it in the next test
  }

  @Test
  void aStoppedJobLeavesTheRestAsItWas() {
    var some = lost(60);
    long job = job(some);
    var asked = new AtomicInteger();
    run.work(job, Way.DO, () -> asked.incrementAndGet() > 1);
    bulks.cancel(job, manager);
    bulks.cancel(job, manager);
    run.work(job, Way.DO, () -> false);
    var stopped = bulks.one(job, manager);
    assertThat(stopped.state()).isEqualTo(BulkJob.State.CANCELLED);
    assertThat(stopped.done()).isEqualTo(50);
    assertThat(stopped.left()).isEqualTo(10);
    assertThat(bulks.undo(job, manager).undone()).isEqualTo(50);
    assertThat(stages(some)).containsOnly(Stage.LATE);
  }

  @Test
  void manyAreDoneInTheBackground() {
    var some = lost(Bulks.AT_ONCE + 1);
    long job = bulks.start(BulkOrder.of(BulkAction.RETURN, some), manager).id();
    await().atMost(Duration.ofMinutes(1)).until(() -> !bulks.one(job, manager).running());
    assertThat(bulks.one(job, manager).done()).isEqualTo(Bulks.AT_ONCE + 1);
    bulks.undo(job, manager);
    await().atMost(Duration.ofMinutes(1)).until(() -> !bulks.one(job, manager).running());
    assertThat(bulks.one(job, manager).undone()).isEqualTo(Bulks.AT_ONCE + 1);
  }

  @Test
  void aJobOfAMemberWhoLeftDoesNothing() {
    var some = lost(1);
    long job = job(some);
    jdbc.sql("update member set active = false where login = 'manager'").update();
    run.work(job, Way.DO, () -> false);
    assertThat(bulks.one(job, manager).state()).isEqualTo(BulkJob.State.CANCELLED);
    assertThat(stages(some)).containsOnly(Stage.LATE);
  }
}
