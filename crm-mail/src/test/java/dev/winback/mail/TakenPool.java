package dev.winback.mail;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A pool of which somebody else has every connection for a moment. */
final class TakenPool implements AutoCloseable {

  private static final int MOMENT = 300;

  private final HikariDataSource pool;
  private CompletableFuture<Void> given = CompletableFuture.completedFuture(null);

  TakenPool(DataSource source) throws SQLException {
    pool = source.unwrap(HikariDataSource.class);
  }

  /** Answers each letter when all connections are taken and this thread is asked to stop. */
  Postman answering(String reply) {
    return new Postman() {
      @Override
      public Outcome deliver(Envelope envelope, Announcement dot) {
        dot.getAsBoolean();
        take();
        Thread.currentThread().interrupt();
        return Outcome.of(Outcome.Kind.SENT, 250, reply);
      }

      @Override
      public void close() {}
    };
  }

  private void take() {
    var taken = new ArrayList<Connection>();
    try {
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        taken.add(pool.getConnection());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    given =
        CompletableFuture.runAsync(
            () -> giveBack(taken),
            CompletableFuture.delayedExecutor(MOMENT, TimeUnit.MILLISECONDS));
  }

  private static void giveBack(List<Connection> taken) {
    for (var connection : taken) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    Thread.interrupted();
    given.join();
  }
}
