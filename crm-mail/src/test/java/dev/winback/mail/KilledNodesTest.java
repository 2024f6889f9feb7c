package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.testing.ALetter;
import dev.winback.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

  private static final int WORKERS = 4;

  /** Kills between two cuts of all connections to the database. */
  private static final int CUT_EVERY = 10;

  private final List<Process> nodes = new ArrayList<>();
  private String database;
  private JdbcClient jdbc;
  private Sink sink;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.fresh();
    jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
    sink = new Sink();
  }

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    sink.close();
  }

  record Count(long twice, long absent, long forgotten, long inDoubt, long sent, int kills) {}

  @Test
  void twoHundredLettersLeaveOnceThoughANodeIsKilledThreeTimes() throws Exception {
    var count = run(200, 3, 20_260_601, "announcing");

    assertExactlyOnce(count);
  }

  @Test
  @Tag("long-run")
  @Tag("fault-run")
  void thousandsOfLettersLeaveOnceThoughNodesAreKilledAndTheDatabaseIsCutOff() throws Exception {
    var count =
        run(
            Integer.getInteger("winback.letters", 2_000),
            Integer.getInteger("winback.kills", 20),
            Long.getLong("winback.seed", 42L),
            "announcing");

    assertExactlyOnce(count);
  }

  /** letters.md, test 2: the lease of a frozen node ends, another takes over, it wakes up. */
  @Test
  void aNodeThatFreezesBeyondItsLeaseSendsNothingTwiceWhenItWakes() throws Exception {
    plan(60);
    nodes.add(start("announcing"));
    awaitAccepted(10);
    signal("STOP");
    nodes.add(start("announcing"));
    // the frozen node may hold what it was about to claim: five letters a worker
    awaitAccepted(60 - 6 * WORKERS);
    awaitTakenOver("node-" + nodes.get(0).pid());
    signal("CONT");

    awaitNothingWaits();
    assertExactlyOnce(count(60, 1));
  }

  private void signal(String name) throws Exception {
    var pid = Long.toString(nodes.get(0).pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  @Tag("long-run")
  @Tag("fault-run")
  void withoutTheAnnouncementTheSameCountFails() throws Exception {
    var count = run(600, 8, Long.getLong("winback.seed", 42L), "careless");

    assertThat(count.twice()).isPositive();
  }

  private static void assertExactlyOnce(Count count) {
    assertThat(count.twice()).as("sent twice").isZero();
    assertThat(count.absent()).as("marked sent but absent").isZero();
    assertThat(count.forgotten()).as("forgotten").isZero();
    assertThat(count.inDoubt())
        .as("in doubt")
        .isLessThanOrEqualTo((long) WORKERS * (count.kills() + 2 * (count.kills() / CUT_EVERY)));
  }

  private Count run(int letters, int kills, long seed, String manner) throws Exception {
    plan(letters);
    nodes.add(start(manner));
    nodes.add(start(manner));
    var random = new Random(seed);
    for (int kill = 1; kill <= kills; kill++) {
      killOne(random, letters * kill / (kills + 1), manner);
      if (kill % CUT_EVERY == 0) {
        cutOff();
      }
    }
    awaitNothingWaits();
    var count = count(letters, kills);
    System.out.println(
        manner
            + ", "
            + letters
            + " letters, seed "
            + seed
            + ": "
            + count
            + ", accepted "
            + sink.accepted().size());
    return count;
  }

  private void plan(int letters) {
    for (int i = 0; i < letters; i++) {
      ALetter.in(jdbc).to("c" + i + "@example.org").planned();
    }
    // slow enough that a kill meets letters in every phase
    sink.slowBy(TimeUnit.MILLISECONDS.toNanos(10));
  }

  private void awaitNothingWaits() {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> waiting() == 0);
  }

  private void awaitAccepted(int letters) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> sink.accepted().size() >= letters);
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
                number(
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
    awaitAccepted(accepted);
    TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
    int victim = random.nextInt(nodes.size());
    nodes.get(victim).toHandle().destroyForcibly();
    nodes.get(victim).waitFor();
    nodes.set(victim, start(manner));
  }

  private long waiting() {
    return number("select count(*) from letter where state in ('PLANNED', 'CLAIMED', 'ANNOUNCED')");
  }

  private Count count(int letters, int kills) {
    var copies =
        sink.accepted().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    var sent =
        jdbc.sql("select message_id from letter where state = 'SENT'").query(String.class).list();
    long settled = number("select count(*) from letter where state in ('SENT', 'IN_DOUBT')");
    return new Count(
        copies.values().stream().mapToLong(n -> n - 1).sum(),
        sent.stream().filter(id -> !copies.containsKey(id)).count(),
        letters - settled,
        number("select count(*) from letter where state = 'IN_DOUBT'"),
        sent.size(),
        kills);
  }

  private long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private Process start(String manner) throws IOException {
    var java = ProcessHandle.current().info().command().orElse("java");
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            classes,
            SendingNode.class.getName(),
            database,
            Integer.toString(sink.port()),
            Integer.toString(WORKERS),
            manner)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/sending-nodes.log")))
        .start();
  }
}
