package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.testing.ALetter;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** JVMs that send the letters of one database to a sink that counts by Message-ID. */
final class SendingNodes implements AutoCloseable {

  static final int WORKERS = 4;

  private final List<Process> nodes = new ArrayList<>();
  private final Sink sink;
  private final String database;
  private final JdbcClient jdbc;

  SendingNodes(String database, JdbcClient jdbc) throws IOException {
    this.database = database;
    this.jdbc = jdbc;
    sink = new Sink();
  }

  @Override
  public void close() {
    nodes.forEach(Process::destroyForcibly);
    sink.close();
  }

  /** What became of letters: all of it 0 but those sent, and a few in doubt. */
  record Count(long twice, long absent, long forgotten, long inDoubt, long sent) {

    void assertExactlyOnce(long mostInDoubt) {
      assertThat(twice).as("sent twice").isZero();
      assertThat(absent).as("marked sent but absent").isZero();
      assertThat(forgotten).as("forgotten").isZero();
      assertThat(inDoubt).as("in doubt").isLessThanOrEqualTo(mostInDoubt);
    }
  }

  void plan(int letters) {
    for (int i = 0; i < letters; i++) {
      ALetter.in(jdbc).to("c" + i + "@example.org").planned();
    }
    // slow enough that what breaks meets letters in every phase; 0 is the sink of letters.md
    sink.slowBy(TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("winback.sink.millis", 10)));
  }

  void add(String manner) throws IOException {
    nodes.add(start(manner));
  }

  int size() {
    return nodes.size();
  }

  ProcessHandle node(int number) {
    return nodes.get(number).toHandle();
  }

  /** SIGKILL; another one takes its place. */
  void replace(int victim, String manner) throws IOException, InterruptedException {
    nodes.get(victim).toHandle().destroyForcibly();
    nodes.get(victim).waitFor();
    nodes.set(victim, start(manner));
  }

  /** SIGTERM; it ends by itself, another one takes its place. */
  void relieve(int leaver, String manner) throws IOException, InterruptedException {
    var node = nodes.get(leaver);
    node.destroy();
    assertThat(node.waitFor(30, TimeUnit.SECONDS)).as("ended by itself").isTrue();
    assertThat(
            number(
                "select count(*) from letter where state in ('CLAIMED', 'ANNOUNCED') and node = 'node-%d'"
                    .formatted(node.pid())))
        .as("left claimed or announced")
        .isZero();
    nodes.set(leaver, start(manner));
  }

  int accepted() {
    return sink.accepted().size();
  }

  void awaitAccepted(int letters) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> accepted() >= letters);
  }

  void awaitNothingWaits() {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> waiting() == 0);
  }

  private long waiting() {
    return number("select count(*) from letter where state in ('PLANNED', 'CLAIMED', 'ANNOUNCED')");
  }

  Count count(int letters) {
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
        sent.size());
  }

  long number(String sql) {
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
