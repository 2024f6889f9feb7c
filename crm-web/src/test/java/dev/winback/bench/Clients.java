package dev.winback.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask the same statements at the same time for a while. */
final class Clients implements AutoCloseable {

  static final int MANY = 16;

  /** A pool of connections has each statement prepared and its plan kept: so do these, at once. */
  private static final String KEPT = "&prepareThreshold=1";

  private final List<Connection> connections = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
  private final long backend;

  /** How often it was asked in a second, and what one asking cost the server in microseconds. */
  record Rate(double perSecond, double cpu) {}

  Clients(String url) throws SQLException {
    for (int n = 0; n < MANY; n++) {
      connections.add(DriverManager.getConnection(url + KEPT));
    }
    try (var row = connections.get(0).createStatement().executeQuery("select pg_backend_pid()")) {
      row.next();
      backend = row.getLong(1);
    }
  }

  Connection first() {
    return connections.get(0);
  }

  long backend() {
    return backend;
  }

  Rate ask(List<Asked> statements, int millis) throws Exception {
    run(statements, 0, new AtomicLong());
    var times = new AtomicLong();
    var before = Cpu.now(backend);
    run(statements, millis, times);
    var spent = Cpu.now(backend).since(before);
    return new Rate(times.get() / spent.wall(), spent.server() * 1e6 / times.get());
  }

  private void run(List<Asked> statements, int millis, AtomicLong times) throws Exception {
    long until = System.nanoTime() + millis * 1_000_000L;
    var work = new ArrayList<Callable<Void>>();
    for (var connection : connections) {
      work.add(
          () -> {
            times.addAndGet(askUntil(connection, statements, until));
            return null;
          });
    }
    for (var done : threads.invokeAll(work)) {
      done.get();
    }
  }

  private static long askUntil(Connection connection, List<Asked> statements, long until)
      throws SQLException {
    var prepared = new ArrayList<PreparedStatement>();
    for (var asked : statements) {
      connection.createStatement().execute(asked.planning());
      prepared.add(connection.prepareStatement(asked.sql()));
    }
    long times = 0;
    do {
      for (int n = 0; n < prepared.size(); n++) {
        statements.get(n).ask(prepared.get(n));
      }
      times++;
    } while (System.nanoTime() < until);
    for (var statement : prepared) {
      statement.close();
    }
    return times;
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    for (var connection : connections) {
      connection.close();
    }
  }
}
