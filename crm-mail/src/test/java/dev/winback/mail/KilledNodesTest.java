package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * letters.md: two JVMs on one database, killed (SIGKILL) at seeded instants, counted by Message-ID
 * at the sink: none twice, none marked sent but absent, none forgotten, in doubt at most one per
 * sender thread and kill. The big run: {@code -Dincluded.tests=fault-run}.
 */
class KilledNodesTest {

  /** Kills between two cuts of all connections to the database. */
  private static final int CUT_EVERY = 10;

  private JdbcClient jdbc;
  private SendingNodes nodes;

  @BeforeEach
  void open() throws IOException {
    var database = TestDatabase.fresh();
    jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
    nodes = new SendingNodes(database, jdbc);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void twoHundredLettersLeaveOnceThoughANodeIsKilledThreeTimes() throws Exception {
    run(200, 3, 20_260_601, "announcing").assertExactlyOnce(mostInDoubt(3));
  }

  @Test
  @Tag("long-run")
  @Tag("fault-run")
  void thousandsOfLettersLeaveOnceThoughNodesAreKilledAndTheDatabaseIsCutOff() throws Exception {
    int kills = Integer.getInteger("winback.kills", 20);
    run(
            Integer.getInteger("winback.letters", 2_000),
            kills,
            Long.getLong("winback.seed", 42L),
            "announcing")
        .assertExactlyOnce(mostInDoubt(kills));
  }

  /** hold.md, F2: the letter in hand is finished, the others are given back. */
  @Test
  void aNodeThatIsAskedToStopLeavesNoLetterInDoubtAndNoneClaimed() throws Exception {
    politeStops(60, 2, 7);
  }

  @Test
  @Tag("long-run")
  @Tag("fault-run")
  void manyPoliteStopsLeaveNoLetterInDoubtAndNoneClaimed() throws Exception {
    politeStops(
        Integer.getInteger("winback.letters", 2_000),
        Integer.getInteger("winback.kills", 20),
        Long.getLong("winback.seed", 42L));
  }

  private void politeStops(int letters, int stops, long seed) throws Exception {
    nodes.plan(letters);
    nodes.add("announcing");
    var random = new Random(seed);
    for (int stop = 1; stop <= stops; stop++) {
      nodes.awaitAccepted(letters * stop / (stops + 1));
      TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
      nodes.relieve(0, "announcing");
    }
    nodes.awaitNothingWaits();
    var count = nodes.count(letters);
    System.out.printf("stopped politely %d times, %,d letters: %s%n", stops, letters, count);
    count.assertExactlyOnce(0);
  }

  /** letters.md, test 2: the lease of a frozen node ends, another takes over, it wakes up. */
  @Test
  void aNodeThatFreezesBeyondItsLeaseSendsNothingTwiceWhenItWakes() throws Exception {
    nodes.plan(60);
    nodes.add("announcing");
    nodes.awaitAccepted(10);
    signal("STOP");
    nodes.add("announcing");
    // the frozen node may hold what it was about to claim: five letters a worker
    nodes.awaitAccepted(60 - 6 * SendingNodes.WORKERS);
    awaitTakenOver("node-" + nodes.node(0).pid());
    signal("CONT");

    nodes.awaitNothingWaits();
    nodes.count(60).assertExactlyOnce(mostInDoubt(1));
  }

  private void signal(String name) throws Exception {
    var pid = Long.toString(nodes.node(0).pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  @Tag("long-run")
  @Tag("fault-run")
  void withoutTheAnnouncementTheSameCountFails() throws Exception {
    var count = run(600, 8, Long.getLong("winback.seed", 42L), "careless");

    assertThat(count.twice()).isPositive();
  }

  private static long mostInDoubt(int kills) {
    return (long) SendingNodes.WORKERS * (kills + 2 * (kills / CUT_EVERY));
  }

  private SendingNodes.Count run(int letters, int kills, long seed, String manner)
      throws Exception {
    nodes.plan(letters);
    nodes.add(manner);
    nodes.add(manner);
    var random = new Random(seed);
    for (int kill = 1; kill <= kills; kill++) {
      killOne(random, letters * kill / (kills + 1), manner);
      if (kill % CUT_EVERY == 0) {
        cutOff();
      }
    }
    nodes.awaitNothingWaits();
    var count = nodes.count(letters);
    System.out.printf(
        "%s, %,d letters, %d kills, seed %d: %s, accepted %,d, in doubt a kill %.2f%n",
        manner, letters, kills, seed, count, nodes.accepted(), (double) count.inDoubt() / kills);
    return count;
  }

  /**
   * Woken earlier, it would find its leases running and prove nothing; what it holds in the middle
   * of a transaction stays its own.
   */
  private void awaitTakenOver(String frozen) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                nodes.number(
                        "select count(*) from (select from letter where state = 'CLAIMED' and node = '%s' for update skip locked) c"
                            .formatted(frozen))
                    == 0);
  }

  /** Every connection of the nodes breaks, in the middle of whatever it does. */
  private void cutOff() {
    jdbc.sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """)
        .query(Boolean.class)
        .list();
  }

  /** When the sink has so many letters, one of the nodes dies after a moment nobody chose. */
  private void killOne(Random random, int accepted, String manner) throws Exception {
    nodes.awaitAccepted(accepted);
    TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
    nodes.replace(random.nextInt(nodes.size()), manner);
  }
}
