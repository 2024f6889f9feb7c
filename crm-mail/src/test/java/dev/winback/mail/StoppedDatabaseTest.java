package dev.winback.mail;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * letters.md, test 1: the database stops at once, as if its machine had gone, at seeded instants
 * while two nodes send; it comes back, and letters go on: none twice, none absent, none forgotten,
 * in doubt at most one per sender thread and stop.
 */
class StoppedDatabaseTest {

  @TempDir static Path folder;

  private StoppableServer server;
  private SendingNodes nodes;

  @BeforeEach
  void open() throws Exception {
    server = new StoppableServer(folder);
    nodes =
        new SendingNodes(
            server.url(), JdbcClient.create(new DriverManagerDataSource(server.url())));
  }

  @AfterEach
  void close() throws Exception {
    nodes.close();
    server.close();
  }

  @Test
  @Tag("long-run")
  @Tag("fault-run")
  void lettersLeaveOnceThoughTheDatabaseStopsAtOnce() throws Exception {
    int letters = Integer.getInteger("winback.letters", 1_000);
    int stops = Integer.getInteger("winback.stops", 5);
    long seed = Long.getLong("winback.seed", 42L);
    var random = new Random(seed);
    nodes.plan(letters);
    nodes.add("announcing");
    nodes.add("announcing");
    for (int stop = 1; stop <= stops; stop++) {
      nodes.awaitAccepted(letters * stop / (stops + 1));
      TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
      server.stopAtOnce();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
      server.startAgain();
    }
    nodes.awaitNothingWaits();
    var count = nodes.count(letters);
    System.out.printf(
        "%,d letters, database stopped %d times, seed %d: %s, accepted %,d%n",
        letters, stops, seed, count, nodes.accepted());
    count.assertExactlyOnce(2L * SendingNodes.WORKERS * stops);
  }
}
