package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hashes when many want to (hold.md T44). */
class TurnsTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "64, 2"})
  void aFloodLeavesACoreFree(int processors, int atOnce) throws InterruptedException {
    var turns = new Turns(processors);
    for (int i = 0; i < atOnce; i++) {
      turns.take(false);
    }
    var next = new CountDownLatch(1);
    var waiting = waits(turns, false, next);
    assertThat(next.await(100, TimeUnit.MILLISECONDS)).isFalse();
    turns.leave();
    assertThat(next.await(5, TimeUnit.SECONDS)).isTrue();
    waiting.join();
  }

  @Test
  void strangersWaitInSixteenPlacesAndAKnownDeviceBehindThem() throws InterruptedException {
    var turns = new Turns(1);
    turns.take(false);
    var all = new CountDownLatch(Turns.PLACES + 1);
    for (int i = 0; i < Turns.PLACES; i++) {
      rests(waits(turns, false, all));
    }
    assertThatThrownBy(() -> turns.take(false))
        .isInstanceOfSatisfying(TooManyGuesses.class, e -> assertThat(e.busy()).isTrue());
    rests(waits(turns, true, all));
    for (int i = 0; i <= Turns.PLACES; i++) {
      turns.leave();
    }
    assertThat(all.await(5, TimeUnit.SECONDS)).isTrue();
    turns.leave();
    turns.take(false);
  }

  private static Thread waits(Turns turns, boolean known, CountDownLatch done) {
    var thread =
        new Thread(
            () -> {
              turns.take(known);
              done.countDown();
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void rests(Thread thread) {
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }
}
